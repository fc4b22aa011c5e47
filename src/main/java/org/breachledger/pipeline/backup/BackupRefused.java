package org.breachledger.pipeline.backup;

/** Why a backup is not made or not restored: the message says what and what to do. */
public final class BackupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What has to be mended. */
  public enum Because {
    /** The file: it is no backup, damaged, cut short, or locked by another passphrase. */
    FILE,
    /** What is around it: the passphrase given, the home, the database, the program's age. */
    SET_UP
  }

  private final Because because;

  private BackupRefused(Because because, String sentence) {
    super(sentence);
    this.because = because;
  }

  /** The file cannot be used. */
  static BackupRefused file(String sentence) {
    return new BackupRefused(Because.FILE, sentence);
  }

  /** The file may be good, but not here and now. */
  static BackupRefused setUp(String sentence) {
    return new BackupRefused(Because.SET_UP, sentence);
  }

  /** What says why; a file's own sentence wants its name before it. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** What has to be mended. */
  public Because because() {
    return because;
  }
}
