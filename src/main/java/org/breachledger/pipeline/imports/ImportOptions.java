package org.breachledger.pipeline.imports;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.Mapping;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.store.AskedOptions;
import org.breachledger.intake.store.RememberedMappings;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import beside the files.
 *
 * @param profile the layout to read by; null lets the headings decide
 * @param school whose log it is where its rows do not say; null where nobody said
 * @param covers the months the log covers; empty where nobody said
 * @param dryRun whether nothing may change
 * @param returns where the returned rows are written
 * @param stated what a person says of the headings
 * @param account who uploads; empty for a command
 */
public record ImportOptions(
    @Nullable String profile,
    @Nullable String school,
    SortedSet<YearMonth> covers,
    boolean dryRun,
    Path returns,
    AsOf asOf,
    Mapping stated,
    String account) {

  /** Asked by a command, with nothing said of the headings. */
  public ImportOptions(
      @Nullable String profile,
      @Nullable String school,
      SortedSet<YearMonth> covers,
      boolean dryRun,
      Path returns,
      AsOf asOf) {
    this(profile, school, covers, dryRun, returns, asOf, Mapping.none(), "");
  }

  /** Nothing asked but the as-of. */
  public static ImportOptions at(AsOf asOf, Path returns) {
    return new ImportOptions(null, null, new TreeSet<>(), false, returns, asOf);
  }

  /** These options with what a person says of the headings. */
  public ImportOptions withStated(Mapping said) {
    return new ImportOptions(profile, school, covers, dryRun, returns, asOf, said, account);
  }

  /** Who imports, as the audit trail names them. */
  String who() {
    return account.isEmpty() ? "import" : account;
  }

  /** The same bytes under another of these are another log. */
  String key() {
    return AskedOptions.key(profile, school, covers, stated.isEmpty() ? "" : stated.key());
  }

  /** Whose headings these are, so that next month's are read the same way. */
  String sender() {
    return FoldedText.of(school == null ? account : school);
  }

  /** What the reader is told, with the file's name as it was sent; call within a transaction. */
  ReadingOptions reading(Path file, String sentAs, RememberedMappings memory) {
    Path folder = file.toAbsolutePath().getParent();
    return new ReadingOptions(
            profile, school, covers, List.of(), sender(), stated, memory.of(sender()))
        .withNames(
            sentAs,
            folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString());
  }
}
