package org.breachledger.intake.excel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.intake.Grid;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/**
 * Has workbooks of the old kind read by a process of its own with a small heap: their reader holds
 * all of a workbook in memory and takes what its records say for granted. The process is started
 * when it is first needed, used again for the next workbook, and killed where one takes too much
 * memory or time.
 */
final class OldWorkbooks {

  private static final String HEAP = "-Xmx288m";
  private static final Duration MOST_WORK = Duration.ofSeconds(8);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
  private static final int LOOK = 200;

  /** What a process needs of its surroundings; all of it is no secret. */
  private static final Set<String> PASSED_ON =
      Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot");

  /** What a workbook's rows may come to, packed, in the memory of this process. */
  private static final int MOST_PACKED = 48 << 20;

  /** How an answer ended. */
  private enum End {
    WHOLE,
    BROKEN_OFF,
    /** Before a single byte, because the process had ended by itself for want of work. */
    IDLE
  }

  /**
   * Begins the process and looks after it. What a thread begins has that thread's priority for
   * good, and whoever opens a workbook may be one whose work is to wait for others; this one is
   * begun before anybody is.
   */
  private static final ScheduledThreadPoolExecutor ATTENDANT = attendant();

  private @Nullable Worker worker;

  private static ScheduledThreadPoolExecutor attendant() {
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "old-workbooks");
              thread.setDaemon(true);
              return thread;
            });
    one.prestartCoreThread();
    return one;
  }

  /** Opens a workbook; workbooks that are asked for at the same time wait for each other. */
  synchronized Grid open(Path file) throws RefusedFile {
    Answer answer = ask(file);
    if (answer.end == End.IDLE) {
      answer = ask(file);
    }
    if (answer.refused != null) {
      throw answer.refused;
    }
    if (answer.end != End.WHOLE) {
      throw new RefusedFile(
          Refusal.TOO_LARGE.saying(
              "This .xls workbook needs more memory or time to read than a log does; open it in Excel,"
                  + " save it as .xlsx and send that."));
    }
    try {
      return new FramedGrid(answer.packed.toByteArray());
    } catch (IOException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private Answer ask(Path file) throws RefusedFile {
    Worker now = worker;
    if (now == null || !now.process.isAlive()) {
      now = Worker.start();
      worker = now;
    }
    Answer answer = new Answer(now.process);
    answer.watch();
    try {
      now.out.writeUTF(file.toAbsolutePath().toString());
      now.out.flush();
      answer.read(now.in);
    } catch (IOException e) {
      // the process has ended; how far the answer came is known
    } finally {
      answer.done();
      if (answer.end != End.WHOLE) {
        // what is left of this answer must never be taken for the next
        now.process.destroyForcibly();
        worker = null;
      }
    }
    return answer;
  }

  /** What the process says of one workbook. */
  private static final class Answer {

    private final Process process;
    private final long since = System.nanoTime();
    private final Duration before;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private @Nullable RefusedFile refused;
    private End end = End.BROKEN_OFF;
    private boolean done;
    private boolean begun;

    private Answer(Process process) {
      this.process = process;
      this.before = worked();
    }

    /**
     * Looks now and then at what the process has spent; on a busy machine a good workbook may take
     * its time.
     */
    private synchronized void watch() {
      if (done) {
        return;
      }
      long waited = System.nanoTime() - since;
      if (worked().minus(before).compareTo(MOST_WORK) > 0 || waited > LONGEST_WAIT.toNanos()) {
        process.destroyForcibly();
      } else {
        ATTENDANT.schedule(this::watch, LOOK, TimeUnit.MILLISECONDS);
      }
    }

    private Duration worked() {
      return process.info().totalCpuDuration().orElse(Duration.ofNanos(System.nanoTime() - since));
    }

    /** A process that ended by itself may still be on its way out. */
    private synchronized void done() {
      done = true;
      try {
        if (!begun && process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0) {
          end = End.IDLE;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void read(DataInputStream in) throws IOException {
      byte kind = in.readByte();
      begun = true;
      while (kind == OldWorkbookWorker.BLOCK) {
        int length = in.readInt();
        if (length < 0 || packed.size() + length > MOST_PACKED) {
          return;
        }
        packed.write(in.readNBytes(length));
        kind = in.readByte();
      }
      if (kind == OldWorkbookWorker.REFUSED) {
        refused = new RefusedFile(Refusal.valueOf(in.readUTF()).saying(in.readUTF()));
        end = End.WHOLE;
      } else if (kind == OldWorkbookWorker.WHOLE) {
        end = End.WHOLE;
      }
    }
  }

  /** The process and its two ends. */
  private record Worker(Process process, DataOutputStream out, DataInputStream in) {

    private static Worker start() throws RefusedFile {
      ProcessBuilder builder =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
      // passwords of this process are no business of the other
      builder.environment().keySet().removeIf(name -> !PASSED_ON.contains(name));
      // the launcher would take settings out of the folder somebody happens to be in
      builder.directory(new File(System.getProperty("java.home")));
      try {
        Process process = begun(builder);
        DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        if (in.readByte() != OldWorkbookWorker.READY) {
          process.destroyForcibly();
          throw new IOException("the process did not begin to work");
        }
        return new Worker(process, new DataOutputStream(process.getOutputStream()), in);
      } catch (IOException e) {
        throw new RefusedFile(
            Refusal.TOO_LARGE.saying(
                "Workbooks of the old kind (.xls) cannot be read on this machine now; open it in"
                    + " Excel, save it as .xlsx and send that."),
            e);
      }
    }

    private static Process begun(ProcessBuilder builder) throws IOException {
      try {
        return ATTENDANT.submit(builder::start).get();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }

    private static List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData"));
      // its standard output is for answers alone
      command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-XX:ErrorFile=/dev/null"));
      command.addAll(List.of("-Djava.awt.headless=true", "-cp"));
      command.add(
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(entry -> Path.of(entry).toAbsolutePath().toString())
              .collect(Collectors.joining(File.pathSeparator)));
      String main = OldWorkbookWorker.class.getName();
      if (String.valueOf(OldWorkbookWorker.class.getResource("OldWorkbookWorker.class"))
          .contains("nested:")) {
        command.add(command.size() - 2, "-Dloader.main=" + main);
        main = "org.springframework.boot.loader.launch.PropertiesLauncher";
      }
      command.add(main);
      return command;
    }
  }
}
