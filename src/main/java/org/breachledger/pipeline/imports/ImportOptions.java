package org.breachledger.pipeline.imports;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import beside the files.
 *
 * @param profile the layout to read by; null lets the headings decide
 * @param school whose log it is where its rows do not say; null where nobody said
 * @param covers the months the log covers; empty where nobody said
 * @param dryRun whether nothing may change
 * @param returns where the returned rows are written
 */
public record ImportOptions(
    @Nullable String profile,
    @Nullable String school,
    SortedSet<YearMonth> covers,
    boolean dryRun,
    Path returns,
    AsOf asOf) {

  /** Nothing asked but the as-of. */
  public static ImportOptions at(AsOf asOf, Path returns) {
    return new ImportOptions(null, null, new TreeSet<>(), false, returns, asOf);
  }

  /** The same bytes under another of these are another log. */
  String key() {
    return (profile == null ? "" : profile) + "/" + (school == null ? "" : school) + "/" + covers;
  }

  /** What the reader is told, with the file's name as it was sent. */
  ReadingOptions reading(Path file, String sentAs) {
    Path folder = file.toAbsolutePath().getParent();
    return new ReadingOptions(profile, school, covers, java.util.List.of())
        .withNames(
            sentAs,
            folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString());
  }
}
