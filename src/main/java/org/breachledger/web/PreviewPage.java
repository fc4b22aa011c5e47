package org.breachledger.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.intake.Guess;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.FieldChange;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.RowOutcome;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.PreviewedFile;
import org.breachledger.pipeline.imports.PreviewedFile.GapKind;
import org.breachledger.pipeline.imports.PreviewedFile.Row;
import org.breachledger.web.ImportQueries.RowSum;

/** What taking a file in would do, as its sender reads it before confirming. */
final class PreviewPage {

  /** How many rows of a kind are listed; the row sum counts them all. */
  private static final int LISTED = 50;

  private PreviewPage() {}

  /**
   * One file.
   *
   * @param reason why it would be refused, or that it is known already; empty where it would be
   *     taken in
   * @param heading what its table of columns is about: the sheet it was found in
   * @param more how many rows of each kind are not listed
   */
  record OneFile(
      int number,
      String name,
      String status,
      String reason,
      String profile,
      String sheet,
      RowSum rows,
      List<Column> columns,
      List<String> warnings,
      List<Line> fresh,
      List<Line> changed,
      List<Gap> gaps,
      List<Line> returned,
      More more) {}

  /**
   * A column and what it was read as.
   *
   * @param field the field's code; empty where it was read into none
   * @param guessed whether only its values said so
   * @param samples its first values, where it was guessed
   */
  record Column(
      String heading, String field, String title, boolean guessed, List<String> samples) {}

  /** A row with what would happen to it. */
  record Line(String place, String school, String reference, List<String> said) {}

  /** One kind of gap. */
  record Gap(String sentence, int times, String places) {}

  /** How many rows are not listed. */
  record More(int fresh, int changed, int returned) {}

  /** The page of one file. */
  static OneFile of(int number, String name, ImportedFile file) {
    Finished done = file.done();
    PreviewedFile preview =
        Optional.ofNullable(file.preview())
            .orElseGet(() -> new PreviewedFile(List.of(), Map.of(), List.of()));
    List<Row> fresh =
        preview.rows().stream()
            .filter(
                row ->
                    row.shown().outcome() == RowOutcome.IMPORTED
                        || row.shown().outcome() == RowOutcome.IMPORTED_WITH_GAPS)
            .toList();
    List<Row> changed =
        preview.rows().stream().filter(row -> !row.shown().changes().isEmpty()).toList();
    List<Row> returned = preview.rows(RowOutcome.RETURNED);
    RowSum sum = sum(file);
    return new OneFile(
        number,
        name,
        file.statusWord(),
        reason(file),
        done == null ? "" : Optional.ofNullable(done.profile()).orElse(""),
        done == null ? "" : Optional.ofNullable(done.sheet()).orElse(""),
        sum,
        columns(file),
        done == null ? List.of() : done.warnings(),
        lines(fresh, row -> List.of()),
        lines(changed, row -> row.shown().changes().stream().map(PreviewPage::changing).toList()),
        preview.gaps().stream().map(PreviewPage::gap).toList(),
        lines(returned, row -> row.shown().notices().stream().map(PreviewPage::sentence).toList()),
        new More(
            Math.max(0, sum.imported() + sum.withGaps() - LISTED),
            Math.max(0, changed.size() - LISTED)
                + preview.leftOut().getOrDefault(RowOutcome.UPDATED, 0),
            Math.max(0, sum.returned() - LISTED)));
  }

  private static String reason(ImportedFile file) {
    return switch (file.status()) {
      case REFUSED -> Optional.ofNullable(file.reason()).orElse("It cannot be read.");
      case ALREADY_IMPORTED ->
          file.importId() == null
              ? "This is the same file as one before it in this upload; it would change nothing."
              : "This file is in already, as import "
                  + file.importId()
                  + "; it would change nothing.";
      case IMPORTED, PREVIEWED -> "";
    };
  }

  private static RowSum sum(ImportedFile file) {
    var rows = file.rows();
    return new RowSum(
        rows.read(),
        rows.imported(),
        rows.importedWithGaps(),
        rows.updated(),
        rows.unchanged(),
        rows.returned(),
        rows.skipped());
  }

  private static List<Column> columns(ImportedFile file) {
    Finished done = file.done();
    if (done == null) {
      return List.of();
    }
    Map<String, Guess> guesses =
        file.guesses().stream()
            .collect(Collectors.toMap(Guess::heading, guess -> guess, (one, other) -> one));
    return Stream.concat(
            done.mapping().entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue(), guesses)),
            done.unmapped().stream()
                .filter(heading -> !done.mapping().containsKey(heading))
                .map(heading -> new Column(heading, "", "", false, List.of())))
        .toList();
  }

  private static Column column(String heading, String field, Map<String, Guess> guesses) {
    Guess guess = guesses.get(heading);
    return new Column(
        heading,
        field,
        FieldWords.title(field),
        guess != null,
        guess == null ? List.of() : guess.samples());
  }

  private static List<Line> lines(
      List<Row> rows, java.util.function.Function<Row, List<String>> said) {
    return rows.stream()
        .limit(LISTED)
        .map(
            row ->
                new Line(
                    place(row),
                    Optional.ofNullable(row.shown().school()).orElse(""),
                    Optional.ofNullable(row.shown().reference()).orElse(""),
                    said.apply(row)))
        .toList();
  }

  private static String place(Row row) {
    return (row.sheet().isEmpty() ? "Row " : row.sheet() + ", row ") + row.shown().row();
  }

  private static String changing(FieldChange change) {
    String title = FieldWords.title(change.field()) + ": ";
    return change.withheld()
        ? title + "the text changes"
        : title + value(change, change.before()) + " becomes " + value(change, change.after());
  }

  private static String value(
      FieldChange change, @org.jspecify.annotations.Nullable String canonical) {
    return canonical == null ? "not known" : FieldWords.words(change.field(), canonical);
  }

  private static Gap gap(GapKind gap) {
    String places = String.join(", ", gap.places());
    boolean more = gap.times() > gap.places().size();
    return new Gap(
        GapWords.said(gap.first(), gap.first().column(), String.join(", ", gap.read())),
        gap.times(),
        more ? places + " …" : places);
  }

  private static String sentence(Notice notice) {
    return GapWords.said(notice, notice.column(), notice.read());
  }
}
