package org.breachledger.pipeline.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Says which original it was that could not be read as it was kept. */
final class GenuineStream extends FilterInputStream {

  private final String sha256;

  GenuineStream(InputStream in, String sha256) {
    super(in);
    this.sha256 = sha256;
  }

  static ArchiveRefused damaged(String sha256) {
    return new ArchiveRefused(
        "The original "
            + sha256
            + " in the archive is damaged: it is not what was kept. Bring that file back from a"
            + " backup.");
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      throw damaged(sha256);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (IOException e) {
      throw damaged(sha256);
    }
  }
}
