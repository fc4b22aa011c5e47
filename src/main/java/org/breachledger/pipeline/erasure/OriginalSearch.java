package org.breachledger.pipeline.erasure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.breachledger.pipeline.imports.Archive;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds a person's words in the originals of the archive: rows that went back, sheets nobody read.
 * Packed ones are unpacked and their markup passed over. Call within a transaction.
 */
public final class OriginalSearch {

  private static final int CHUNK = 1 << 16;
  private static final int PACKED = 0x504b;

  /** What plain text, and the cells of an old workbook, are written in. */
  private static final List<Charset> WRITTEN_IN =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

  private final JdbcClient jdbc;
  private final Archive archive;

  /** Searches the originals of the trust at work. */
  public OriginalSearch(JdbcClient jdbc, Archive archive) {
    this.jdbc = jdbc;
    this.archive = archive;
  }

  private record Original(long importId, String sha256) {}

  /**
   * Searches for any of these words or phrases.
   *
   * @throws org.breachledger.pipeline.imports.ArchiveRefused where an original cannot be read
   */
  public List<FoundWords> find(List<String> words) throws IOException {
    List<String> sought =
        words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
    List<FoundWords> found = new ArrayList<>();
    for (Original one :
        jdbc.sql(
                "select import_id, sha256 from import_file where original_gone_at is null"
                    + " order by import_id")
            .query(Original.class)
            .list()) {
      if (archive.holds(one.sha256()) && holds(one.sha256(), sought)) {
        found.add(new FoundWords("import " + one.importId(), "its original", 1));
      }
    }
    return found;
  }

  private boolean holds(String sha256, List<String> sought) throws IOException {
    try (InputStream in = archive.open(sha256)) {
      if ((in.read() << 8 | in.read()) == PACKED) {
        return packed(sha256, sought);
      }
    }
    for (Charset charset : WRITTEN_IN) {
      try (InputStream in = archive.open(sha256)) {
        if (holds(in, charset, false, sought)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean packed(String sha256, List<String> sought) throws IOException {
    try (ZipInputStream parts = new ZipInputStream(archive.open(sha256))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (holds(parts, StandardCharsets.UTF_8, true, sought)) {
          return true;
        }
      }
      return false;
    } catch (ZipException broken) {
      return false; // it was refused when it came, and says nothing that can be read
    }
  }

  /** Reads on and on, and keeps as much of what it read as the longest phrase needs. */
  private static boolean holds(InputStream in, Charset charset, boolean markup, List<String> sought)
      throws IOException {
    int longest = sought.stream().mapToInt(String::length).max().orElse(0);
    Reader reader = new BufferedReader(new InputStreamReader(in, charset));
    StringBuilder window = new StringBuilder();
    boolean inTag = false;
    char[] chunk = new char[CHUNK];
    for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
      for (int at = 0; at < read; at++) {
        if (markup && (chunk[at] == '<' || inTag)) {
          inTag = chunk[at] != '>';
        } else {
          window.append(chunk[at]);
        }
      }
      String words = window.toString().toLowerCase(Locale.ROOT);
      if (sought.stream().anyMatch(words::contains)) {
        return true;
      }
      window.delete(0, Math.max(0, window.length() - longest));
    }
    return false;
  }
}
