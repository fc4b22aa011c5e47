package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breachledger.intake.Guess;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.FieldChange;
import org.breachledger.intake.store.PreviewRow;
import org.breachledger.intake.store.RowOutcome;
import org.breachledger.pipeline.imports.PreviewedFile.GapKind;
import org.breachledger.pipeline.imports.PreviewedFile.Row;

/**
 * Tells a person what taking a file in would do: changes first, then gaps, then what comes back.
 */
final class PreviewSentences {

  private static final int LINES = 10;
  private static final int CELL = 60;
  private static final int HEADINGS = 20;

  /** What the register itself notes about a row, in words. */
  private static final Map<String, String> REGISTER =
      Map.of(
          "matched-by-likeness",
          "taken for a known incident that is equal in all but the day, or one of type, description and number",
          "reference-used-again",
          "the reference is known, but day, type and description all differ: a new incident");

  private PreviewSentences() {}

  static List<String> of(PreviewedFile file) {
    List<String> lines = new ArrayList<>();
    section(
        lines,
        "Would change:",
        file.rows().stream().filter(row -> !row.shown().changes().isEmpty()).toList(),
        file.leftOut().getOrDefault(RowOutcome.UPDATED, 0),
        PreviewSentences::changed);
    section(lines, "Gaps:", file.gaps(), 0, PreviewSentences::gap);
    section(
        lines,
        "Would come back to be mended:",
        file.rows(RowOutcome.RETURNED),
        file.leftOut().getOrDefault(RowOutcome.RETURNED, 0),
        PreviewSentences::returned);
    return lines;
  }

  /** A warning; with values of the column it is about, where they alone said what it is. */
  static String warning(String warning, List<Guess> guesses) {
    return warning
        + guesses.stream()
            .filter(guess -> guess.note().equals(warning) && !guess.samples().isEmpty())
            .findFirst()
            .map(
                guess ->
                    guess.samples().stream()
                        .map(PreviewSentences::cell)
                        .collect(Collectors.joining("; ", " It begins: ", "")))
            .orElse("");
  }

  /** The columns no field takes, so that whoever knows better can say what they hold. */
  static String unmapped(List<String> headings) {
    String named =
        headings.stream()
            .limit(HEADINGS)
            .map(heading -> "\"" + cell(heading) + "\"")
            .collect(Collectors.joining(", "));
    int left = headings.size() - HEADINGS;
    return "Kept with each row, but read into no field: "
        + named
        + (left > 0 ? " and " + left + " more" : "")
        + ". If one of them tells a field, import with --map \"HEADING=FIELD\".";
  }

  private static <T> void section(
      List<String> lines, String title, List<T> all, int more, Function<T, List<String>> told) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("  " + title);
    all.stream().limit(LINES).forEach(one -> lines.addAll(told.apply(one)));
    int left = Math.max(0, all.size() - LINES) + more;
    if (left > 0) {
      lines.add("    and " + left + " more; --preview FILE.csv writes them all");
    }
  }

  private static List<String> changed(Row row) {
    List<String> lines = new ArrayList<>();
    PreviewRow shown = row.shown();
    lines.add(
        "    "
            + place(row)
            + (shown.school() == null ? "" : ", " + cell(shown.school()))
            + (shown.reference() == null ? "" : ", " + cell(shown.reference())));
    shown.changes().forEach(change -> lines.add("      " + sentence(change)));
    return lines;
  }

  private static String sentence(FieldChange change) {
    String field = change.field().code().replace('_', ' ') + ": ";
    return change.withheld()
        ? field + "changed"
        : field
            + change.shownBefore().map(PreviewSentences::cell).orElse("not known")
            + " -> "
            + change.shownAfter().map(PreviewSentences::cell).orElse("not known");
  }

  private static List<String> gap(GapKind gap) {
    String rows =
        (gap.times() == 1 ? "row " : gap.times() + " rows: ")
            + String.join(", ", gap.places())
            + (gap.times() > gap.places().size() ? ", ..." : "");
    return List.of("    " + said(gap.first(), gap.read()), "      " + rows);
  }

  private static List<String> returned(Row row) {
    List<String> lines = new ArrayList<>();
    lines.add("    " + place(row));
    for (Notice notice : row.shown().notices()) {
      lines.add("      " + said(notice, List.of(notice.read())));
    }
    return lines;
  }

  private static String said(Notice notice, List<String> read) {
    String words = REGISTER.get(notice.code());
    if (words != null) {
      return words;
    }
    return (notice.column().isEmpty() ? "" : cell(notice.column()) + ": ")
        + read.stream()
            .filter(text -> !text.isEmpty())
            .map(text -> "read \"" + cell(text) + "\", ")
            .collect(Collectors.joining())
        + "expected "
        + notice.expected()
        + ". "
        + notice.toDo();
  }

  private static String place(Row row) {
    return (row.sheet().isEmpty() ? "row " : cell(row.sheet()) + " row ") + row.shown().row();
  }

  /** A cell's text on one line, short, and without what a terminal would obey. */
  private static String cell(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= CELL ? line : line.substring(0, CELL - 1) + "\u2026";
  }
}
