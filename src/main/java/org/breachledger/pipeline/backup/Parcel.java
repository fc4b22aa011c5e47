package org.breachledger.pipeline.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.breachledger.incident.Sha256;
import org.jspecify.annotations.Nullable;

/** What is inside a backup, while it is being packed: parts by name, each with its SHA-256. */
final class Parcel implements AutoCloseable {

  private final ZipOutputStream zip;

  Parcel(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Something that can write itself; says a number of its own choice, such as its rows. */
  @FunctionalInterface
  interface Content {
    long writeTo(OutputStream out) throws IOException, SQLException;
  }

  /**
   * A part as it was written.
   *
   * @param said the number its content said
   */
  record Packed(long said, long bytes, String sha256) {}

  /** Adds a part. */
  Packed add(String name, @Nullable FileTime modified, Content content)
      throws IOException, SQLException {
    ZipEntry entry = new ZipEntry(name);
    if (modified != null) {
      entry.setLastModifiedTime(modified);
    }
    zip.putNextEntry(entry);
    Part part = new Part(zip);
    DigestOutputStream out = new DigestOutputStream(part, Sha256.fresh());
    long said = content.writeTo(out);
    out.flush();
    zip.closeEntry();
    return new Packed(said, part.bytes, HexFormat.of().formatHex(out.getMessageDigest().digest()));
  }

  /** Ends the parcel and closes what it was written to. */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Counts, and cannot close the parcel. */
  private static final class Part extends FilterOutputStream {
    private long bytes;

    Part(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
      out.write(many, from, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
