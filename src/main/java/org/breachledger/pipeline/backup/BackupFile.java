package org.breachledger.pipeline.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.breachledger.incident.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup on the disk, and what opens it. */
record BackupFile(Path file, Passphrase passphrase) {

  static final String TABLES = "tables/";
  static final String FILES = "files/";
  static final String MANIFEST = "manifest.json";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int LARGEST_MANIFEST = 256 << 20;

  /** Takes what is inside, part by part. */
  @FunctionalInterface
  interface Taking {
    void take(ZipEntry part, InputStream content) throws IOException, SQLException;
  }

  /**
   * Reads the whole backup without keeping anything: every bit is genuine, every part is there and
   * is what the manifest says.
   *
   * @throws BackupRefused where it is not so, or the passphrase is wrong
   */
  Manifest check() {
    Map<String, String> seen = new HashMap<>();
    @Nullable Manifest[] found = new Manifest[1];
    try {
      read(
          (part, content) -> {
            if (part.getName().equals(MANIFEST)) {
              found[0] = JSON.readValue(content.readNBytes(LARGEST_MANIFEST), Manifest.class);
            } else if (seen.put(part.getName(), digest(content, null)) != null) {
              throw new IOException("a part stands there twice");
            }
          });
    } catch (FileSystemException e) {
      throw BackupRefused.file("the file is missing or cannot be read");
    } catch (IOException | JacksonException e) {
      throw BackupRefused.file("the backup is damaged or cut short; use another copy of it");
    } catch (SQLException e) {
      throw new IllegalStateException(e); // nothing is asked of a database here
    }
    if (found[0] == null || !seen.equals(expected(found[0]))) {
      throw BackupRefused.file("the backup does not hold what its own list says");
    }
    return found[0];
  }

  /** Hands on every part but the manifest, each once more compared with it. */
  void unpack(Manifest manifest, Taking each) throws IOException, SQLException {
    Map<String, String> expected = expected(manifest);
    read(
        (part, content) -> {
          if (!part.getName().equals(MANIFEST)) {
            String digest = digest(content, stream -> each.take(part, stream));
            if (!digest.equals(expected.remove(part.getName()))) {
              throw BackupRefused.file("the file was changed while it was being restored");
            }
          }
        });
    if (!expected.isEmpty()) {
      throw BackupRefused.file("the file was changed while it was being restored");
    }
  }

  private void read(Taking each) throws IOException, SQLException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = Envelope.unlock(raw, passphrase);
        ZipInputStream zip = new ZipInputStream(plain)) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        each.take(part, zip);
      }
      plain.transferTo(OutputStream.nullOutputStream());
    }
  }

  private interface Reading {
    void from(InputStream content) throws IOException, SQLException;
  }

  private static String digest(InputStream content, @Nullable Reading reading)
      throws IOException, SQLException {
    DigestInputStream in = new DigestInputStream(new Open(content), Sha256.fresh());
    if (reading != null) {
      reading.from(in);
    }
    in.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }

  private static Map<String, String> expected(Manifest manifest) {
    Map<String, String> parts = new HashMap<>();
    manifest.tables().forEach(table -> parts.put(TABLES + table.name(), table.sha256()));
    manifest.files().forEach(kept -> parts.put(FILES + kept.name(), kept.sha256()));
    return parts;
  }

  /** A part of the parcel: closing it does not close the parcel. */
  private static final class Open extends FilterInputStream {

    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
