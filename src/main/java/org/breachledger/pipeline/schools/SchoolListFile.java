package org.breachledger.pipeline.schools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Sha256;
import org.breachledger.intake.SchoolList;
import org.breachledger.policy.PolicySource;

/** The file with the trust's schools in its own {@code jobs} folder, replaced as a whole. */
public final class SchoolListFile {

  private final PolicySource tables;
  private final Path file;

  /**
   * The list of an installation.
   *
   * @param tables where it is read, the shipped one included
   * @param jobs the school's own tables, where it is written; made where missing
   */
  public SchoolListFile(PolicySource tables, Path jobs) {
    this.tables = tables;
    this.file = jobs.resolve(SchoolList.TABLE);
  }

  /** The text as it is now: the trust's own, or the shipped one without schools. */
  String text() {
    return tables.get(SchoolList.TABLE);
  }

  /** The trust's own text; empty where it keeps no list yet. */
  Optional<String> own() {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the text at once: nobody reads half of it. */
  void write(String text) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "schools-", ".tmp");
      try {
        Files.writeString(draft, text);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts back what {@link #own} said before a write. */
  void putBack(Optional<String> before) {
    try {
      if (before.isPresent()) {
        write(before.get());
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text as a start would.
   *
   * @throws org.breachledger.policy.RefusedTable where it cannot be used
   */
  static SchoolList read(String text) {
    return SchoolList.read(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.of(text);
          }

          @Override
          public List<String> list(String folder, String ending) {
            return List.of();
          }
        });
  }

  /** What tells one text from another: its SHA-256. */
  static String stamp(String text) {
    return Sha256.of(text);
  }
}
