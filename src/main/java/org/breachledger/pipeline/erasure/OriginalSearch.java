package org.breachledger.pipeline.erasure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.ArchiveRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds a person's words in the originals of the archive: rows that went back, sheets nobody read.
 * Packed ones are unpacked and their markup passed over. Call within a transaction.
 */
public final class OriginalSearch {

  private static final int CHUNK = 1 << 16;
  private static final byte[] PACKED = {'P', 'K', 3, 4};

  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  /** The part of a compound file that holds a workbook locked with a password. */
  private static final String PROTECTED = "encryptedpackage";

  /** What plain text, and the cells of an old workbook, are written in. */
  private static final List<Reading> READINGS =
      List.of(
          new Reading(StandardCharsets.UTF_8, 0),
          new Reading(StandardCharsets.UTF_16LE, 0),
          new Reading(StandardCharsets.UTF_16LE, 1),
          new Reading(StandardCharsets.UTF_16BE, 0),
          new Reading(StandardCharsets.UTF_16BE, 1),
          new Reading(Charset.forName("windows-1252"), 0));

  private final JdbcClient jdbc;
  private final Archive archive;

  /** Searches the originals of the trust at work. */
  public OriginalSearch(JdbcClient jdbc, Archive archive) {
    this.jdbc = jdbc;
    this.archive = archive;
  }

  /** The cells of an old workbook begin at whatever byte the lengths before them lead to. */
  private record Reading(Charset charset, int from) {}

  /** An original of the archive by an import that has it. */
  public record Original(long importId, String sha256) {}

  /**
   * What was found, and where nobody could look.
   *
   * @param unread missing, damaged, locked with another key, or broken or under a password as it
   *     was sent
   */
  public record Outcome(List<FoundWords> found, List<Original> unread) {

    /** Copies the lists. */
    public Outcome {
      found = List.copyOf(found);
      unread = List.copyOf(unread);
    }
  }

  /** Searches for any of these words or phrases, in every original that can be read. */
  public Outcome find(List<String> words) {
    List<String> sought =
        words.stream()
            .map(word -> FoldedWords.of(word).strip())
            .filter(word -> !word.isEmpty())
            .toList();
    List<FoundWords> found = new ArrayList<>();
    List<Original> unread = new ArrayList<>();
    for (Original one :
        jdbc.sql(
                "select import_id, sha256 from import_file where original_gone_at is null"
                    + " order by import_id")
            .query(Original.class)
            .list()) {
      try {
        if (holds(one.sha256(), sought)) {
          found.add(new FoundWords("import " + one.importId(), "its original", 1));
        }
      } catch (NoSuchFileException gone) {
        if (!removedMeanwhile(one)) {
          unread.add(one);
        }
      } catch (IOException | ArchiveRefused unreadable) {
        unread.add(one);
      }
    }
    return new Outcome(found, unread);
  }

  private boolean removedMeanwhile(Original one) {
    return jdbc.sql("select original_gone_at is not null from import_file where import_id = ?")
        .param(one.importId())
        .query(Boolean.class)
        .single();
  }

  private boolean holds(String sha256, List<String> sought) throws IOException {
    try (InputStream in = archive.open(sha256)) {
      byte[] begins = in.readNBytes(PACKED.length);
      if (Arrays.equals(begins, PACKED)) {
        return packed(sha256, Markup.PASSED_OVER, sought) || packed(sha256, Markup.READ, sought);
      }
      if (Arrays.equals(begins, COMPOUND)
          && holds(in, StandardCharsets.UTF_16LE, Markup.NONE, List.of(PROTECTED))) {
        throw new IOException("protected by a password");
      }
    }
    for (Reading reading : READINGS) {
      try (InputStream in = archive.open(sha256)) {
        in.readNBytes(reading.from());
        if (holds(in, reading.charset(), Markup.NONE, sought)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean packed(String sha256, Markup markup, List<String> sought) throws IOException {
    try (ZipInputStream parts = new ZipInputStream(archive.open(sha256))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (holds(parts, StandardCharsets.UTF_8, markup, sought)) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException broken) {
      throw new IOException("the name of a packed part cannot be read", broken);
    }
  }

  /** Reads on and on, and keeps as much of what it read as the longest phrase needs. */
  private static boolean holds(InputStream in, Charset charset, Markup markup, List<String> sought)
      throws IOException {
    int longest = sought.stream().mapToInt(String::length).max().orElse(0);
    Reader reader = markup.words(new BufferedReader(new InputStreamReader(in, charset)));
    StringBuilder window = new StringBuilder();
    char[] chunk = new char[CHUNK];
    for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
      window.append(chunk, 0, read);
      String words = FoldedWords.of(window);
      if (sought.stream().anyMatch(words::contains)) {
        return true;
      }
      window.setLength(0);
      window.append(words, Math.max(0, words.length() - longest), words.length());
    }
    return false;
  }
}
