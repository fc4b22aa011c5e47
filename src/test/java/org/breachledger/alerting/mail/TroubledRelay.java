package org.breachledger.alerting.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between the program and a real mail server and makes trouble for the recipients it is told
 * to, each trouble once; everything else passes through.
 */
final class TroubledRelay implements AutoCloseable {

  /** What happens to a message. */
  enum Trouble {
    /** The recipient is refused for good. */
    REFUSED,
    /** The recipient is to be tried later. */
    LATER,
    /** The connection ends in the middle of the message, which the server never gets. */
    DROPPED_IN_DATA,
    /** The server takes the message, and its word that it did is lost. */
    DROPPED_AFTER_ACCEPT,
    /** The server takes the message and says so; the connection ends before the farewell. */
    DROPPED_AT_QUIT,
    /** The server takes the message and never says so. */
    SILENT_AFTER_ACCEPT,
    /** Every answer takes its time. */
    SLOW
  }

  private static final int SLOW_MILLIS = 150;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int server;
  private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
  private final CountDownLatch accepted = new CountDownLatch(1);

  /** Relays to a port of this machine. */
  TroubledRelay(int server) throws IOException {
    this.server = server;
    run("relay", this::serve);
  }

  /** Makes trouble for the next messages to a recipient, one after the other. */
  TroubledRelay trouble(String recipient, Trouble... inOrder) {
    troubles.put(recipient, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  SmtpServer address() {
    return new SmtpServer("127.0.0.1", socket.getLocalPort(), "", "", false);
  }

  /** Opens when the server has taken a message without saying so. */
  CountDownLatch accepted() {
    return accepted;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        run("relayed", () -> relay(client));
      } catch (IOException e) {
        // The test has ended.
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
      new Talk(client, upstream).run();
    } catch (IOException | InterruptedException e) {
      // One side has gone; that is what the relay is for.
    }
  }

  private static void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private final class Talk {
    private final BufferedReader fromClient;
    private final BufferedReader fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;
    private Trouble trouble = Trouble.SLOW;
    private boolean troubled;

    Talk(Socket client, Socket upstream) throws IOException {
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      this.fromClient = reader(client);
      this.fromServer = reader(upstream);
      this.toClient = client.getOutputStream();
      this.toServer = upstream.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
      answer();
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
        if (command.equals("RCPT")) {
          note(line);
        }
        if (command.equals("RCPT") && meets(Trouble.REFUSED)) {
          say(toClient, "550 no such person");
        } else if (command.equals("RCPT") && meets(Trouble.LATER)) {
          say(toClient, "451 come again");
        } else if (command.equals("QUIT") && meets(Trouble.DROPPED_AT_QUIT)) {
          return;
        } else {
          say(toServer, line);
          answer();
          if (command.equals("DATA") && !data()) {
            return;
          }
        }
      }
    }

    private void note(String line) {
      String recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
      Trouble next = troubles.getOrDefault(recipient, new ArrayDeque<>()).poll();
      troubled = next != null;
      trouble = next == null ? trouble : next;
    }

    private boolean meets(Trouble wanted) {
      return troubled && trouble == wanted;
    }

    /** False where the connection is to end. */
    private boolean data() throws IOException, InterruptedException {
      int lines = 0;
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        if (meets(Trouble.DROPPED_IN_DATA) && ++lines == 5) {
          return false;
        }
        say(toServer, line);
        if (line.equals(".")) {
          break;
        }
      }
      if (meets(Trouble.DROPPED_AFTER_ACCEPT)) {
        reply();
        return false;
      }
      if (meets(Trouble.SILENT_AFTER_ACCEPT)) {
        reply();
        accepted.countDown();
        fromClient.readLine();
        return false;
      }
      answer();
      return true;
    }

    private void answer() throws IOException, InterruptedException {
      List<String> lines = reply();
      if (meets(Trouble.SLOW)) {
        Thread.sleep(SLOW_MILLIS);
      }
      for (String line : lines) {
        say(toClient, line);
      }
    }

    private List<String> reply() throws IOException {
      List<String> lines = new ArrayList<>();
      for (String line = fromServer.readLine(); line != null; line = fromServer.readLine()) {
        lines.add(line);
        if (line.length() < 4 || line.charAt(3) == ' ') {
          break;
        }
      }
      return lines;
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
