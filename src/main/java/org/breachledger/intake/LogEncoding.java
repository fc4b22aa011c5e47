package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.exchange.TextEncoding;

/** Finds how a log that is text writes its letters. */
public final class LogEncoding {

  private LogEncoding() {}

  /**
   * The encoding of a log.
   *
   * @throws RefusedFile naming the line with a letter that no encoding fits
   */
  public static TextEncoding of(Path file) throws RefusedFile, IOException {
    try {
      return TextEncoding.find(file);
    } catch (TextEncoding.Unfit e) {
      throw new RefusedFile(Refusal.BROKEN_TEXT.saying(e.getMessage()), e);
    }
  }
}
