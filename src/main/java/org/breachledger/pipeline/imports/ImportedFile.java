package org.breachledger.pipeline.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.Guess;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.RowSum;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param importId its number; null where nothing was put on record
 * @param done what was read; null where the file was refused or known already
 * @param preview what would become of its rows; null where it was no preview
 * @param guesses the columns whose values said what they are, for the sender's eyes only
 */
public record ImportedFile(
    Path file,
    @Nullable Long importId,
    @Nullable String sha256,
    Status status,
    @Nullable String reason,
    @Nullable Finished done,
    @Nullable PreviewedFile preview,
    List<Guess> guesses,
    double seconds) {

  /** Copies the list. */
  public ImportedFile {
    guesses = List.copyOf(guesses);
  }

  /** How it ended. */
  public enum Status {
    IMPORTED,
    ALREADY_IMPORTED,
    REFUSED,
    PREVIEWED
  }

  /** The same with the time it took until everything it brought was stored. */
  public ImportedFile took(double all) {
    return new ImportedFile(file, importId, sha256, status, reason, done, preview, guesses, all);
  }

  /** What became of its rows; all zero where none was read. */
  public RowSum rows() {
    return done == null ? RowSum.NOTHING : done.rows();
  }

  /** The status as scripts read it. */
  public String statusWord() {
    return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The entry of {@code import --json}. */
  public Map<String, Object> json() {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("importId", importId);
    entry.put("file", file.toString());
    entry.put("sha256", sha256);
    entry.put("status", statusWord());
    entry.put("profile", done == null ? null : done.profile());
    entry.put("sheet", done == null ? null : done.sheet());
    entry.put("headerRow", done == null ? null : done.headerRow());
    entry.put("reason", reason);
    entry.put("rows", rows(rows()));
    entry.put("sheets", done == null ? List.of() : done.sheets());
    entry.put("mapping", done == null ? Map.of() : done.mapping());
    entry.put("unmapped", done == null ? List.of() : done.unmapped());
    entry.put("warnings", done == null ? List.of() : done.warnings());
    entry.put("returnsFile", done == null ? null : done.returnsFile());
    entry.put("signals", done == null ? 0 : signals(done));
    entry.put("guesses", guesses.stream().map(ImportedFile::guess).toList());
    if (preview != null) {
      entry.putAll(preview.json());
    }
    entry.put("seconds", seconds);
    return entry;
  }

  private static Map<String, Object> guess(Guess guess) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("sheet", guess.sheet());
    entry.put("heading", guess.heading());
    entry.put("field", guess.field());
    entry.put("samples", guess.samples());
    return entry;
  }

  /** How many signals of an access log a person has to judge. */
  private static int signals(Finished done) {
    return done.sheets().stream()
        .mapToInt(sheet -> sheet.get("signals") instanceof Integer signals ? signals : 0)
        .sum();
  }

  /** A row sum as scripts read it. */
  static Map<String, Object> rows(RowSum sum) {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("read", sum.read());
    rows.put("imported", sum.imported());
    rows.put("importedWithGaps", sum.importedWithGaps());
    rows.put("updated", sum.updated());
    rows.put("unchanged", sum.unchanged());
    rows.put("returned", sum.returned());
    rows.put("skipped", sum.skipped());
    return rows;
  }

  /** The sentences a person reads. */
  public List<String> sentences() {
    String name = String.valueOf(file.getFileName());
    return switch (status) {
      case REFUSED -> List.of(name + ": refused. " + reason);
      case ALREADY_IMPORTED ->
          List.of(
              importId == null
                  ? name + ": the same file as one before it; nothing would change."
                  : name + ": already imported as number " + importId + "; nothing changed.");
      case IMPORTED, PREVIEWED -> told(name);
    };
  }

  private List<String> told(String name) {
    if (done == null) {
      return List.of();
    }
    RowSum sum = done.rows();
    List<String> lines = new java.util.ArrayList<>();
    lines.add(
        name
            + (status == Status.PREVIEWED
                ? ": preview, nothing stored. "
                : ": import " + importId + ". ")
            + sum.read()
            + (sum.read() == 1 ? " row read = " : " rows read = ")
            + sum.imported()
            + " imported + "
            + sum.importedWithGaps()
            + " imported with gaps + "
            + sum.updated()
            + " updated + "
            + sum.unchanged()
            + " unchanged + "
            + sum.returned()
            + " returned + "
            + sum.skipped()
            + " skipped.");
    if (status == Status.IMPORTED && sum.importedWithGaps() > 0) {
      lines.add(
          "  Each gap is named on the page of this import (/imports/"
              + importId
              + "); before a file is taken in, import --dry-run names them.");
    }
    done.warnings()
        .forEach(warning -> lines.add("  " + PreviewSentences.warning(warning, guesses)));
    boolean incidents = done.sheets().stream().noneMatch(sheet -> sheet.containsKey("signals"));
    if (incidents && !done.unmapped().isEmpty()) {
      lines.add("  " + PreviewSentences.unmapped(done.unmapped()));
    }
    if (preview != null) {
      lines.addAll(PreviewSentences.of(preview));
    }
    if (done.returnsFile() != null) {
      lines.add("  Rows to fix: " + done.returnsFile());
    }
    return lines;
  }
}
