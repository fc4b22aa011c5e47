package org.breachledger.pipeline.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has work take only the time of the cores that nobody else wants, so that pages are answered while
 * a file that is hard to read is read: the thread at work, those it begins, and what the program's
 * own server does in its transactions.
 *
 * <p>Java's own priorities do nothing on Linux unless the program is started with options few give;
 * the system lets every user lower a thread or process of their own, but not lift it again. On
 * other systems nothing changes but the time that pages take.
 */
public final class SparePriority {

  private static final Logger LOG = LoggerFactory.getLogger(SparePriority.class);

  /** Names this thread to the system: the link's last part is its number. */
  private static final Path THIS_THREAD = Path.of("/proc/thread-self");

  /** About a tenth of the share of others. */
  private static final String NICENESS = "10";

  private static final ThreadLocal<Boolean> TAKEN = ThreadLocal.withInitial(() -> false);

  private SparePriority() {}

  /** Lowers the thread that asks, for good. */
  public static void take() {
    try {
      if (Files.isSymbolicLink(THIS_THREAD)) {
        Path thread = Files.readSymbolicLink(THIS_THREAD);
        lower(Long.parseLong(String.valueOf(thread.getFileName())));
        TAKEN.set(true);
      }
    } catch (IOException | RuntimeException e) {
      notLowered(e);
    }
  }

  /** Whether this thread was lowered. */
  static boolean isTaken() {
    return TAKEN.get();
  }

  /** Lowers a process of this machine, for good, and its share beside other sessions with it. */
  static void lowerProcess(long process) {
    try {
      lower(process);
      Files.writeString(Path.of("/proc", Long.toString(process), "autogroup"), NICENESS);
    } catch (IOException e) {
      notLowered(e);
    }
  }

  private static void lower(long threadOrProcess) throws IOException {
    Process asked =
        new ProcessBuilder("renice", "-n", NICENESS, "-p", Long.toString(threadOrProcess))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      asked.getOutputStream().close();
      asked.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void notLowered(Exception e) {
    LOG.debug("some work goes on beside the pages: {}", e.getClass().getSimpleName());
  }
}
