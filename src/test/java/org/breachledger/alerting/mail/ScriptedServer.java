package org.breachledger.alerting.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that is not well: it answers each command as told and else with 250. The answer
 * {@code drop} closes the connection, {@code silence} says nothing any more.
 */
final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, String> answers;

  ScriptedServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    Thread thread = new Thread(this::serve, "scripted mail server");
    thread.setDaemon(true);
    thread.start();
  }

  SmtpServer address() {
    return new SmtpServer("127.0.0.1", socket.getLocalPort(), "", "", false);
  }

  int connections() {
    return connections.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        connections.incrementAndGet();
        talk(client);
      } catch (IOException e) {
        // The client or the test has gone.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 scripted");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String command = data ? "." : line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
      data = command.equals("DATA") && !answers.containsKey("DATA");
      String answer = answers.getOrDefault(command, data ? "354 go on" : "250 fine");
      if (answer.startsWith("drop")) {
        return;
      }
      if (!answer.startsWith("silence")) {
        say(out, answer);
      }
    }
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
