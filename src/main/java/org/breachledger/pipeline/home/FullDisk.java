package org.breachledger.pipeline.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Tells a disk without room from a fault of the program, so that a person can be told what to do.
 */
public final class FullDisk {

  /** PostgreSQL's code of a disk that is full. */
  private static final String DISK_FULL = "53100";

  /** A transaction that was taken back has given some room free again. */
  private static final long NEXT_TO_NOTHING = 16L << 20;

  private FullDisk() {}

  /** Whether the database or the system said of a failure that the disk is full. */
  public static boolean isTold(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
        return true;
      }
      if (cause instanceof IOException
          && String.valueOf(cause.getMessage()).contains("No space left")) {
        return true;
      }
    }
    return false;
  }

  /** Whether next to nothing can be written where a folder lies; false where nobody can tell. */
  public static boolean isAt(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING;
    } catch (IOException e) {
      return false;
    }
  }
}
