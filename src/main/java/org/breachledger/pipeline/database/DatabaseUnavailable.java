package org.breachledger.pipeline.database;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used as it is set up: the message says what, where and what to do, and
 * never a password. The command line ends with exit code 2.
 */
public class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal in one or two plain sentences. */
  public DatabaseUnavailable(String message) {
    super(message);
  }

  /** A refusal with what led to it; the cause is for the log of a developer, not for the user. */
  public DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
