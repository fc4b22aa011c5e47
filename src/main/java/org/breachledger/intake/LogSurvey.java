package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/** Surveys every sheet of a file and says what log it holds. */
final class LogSurvey {

  private final Vocabulary vocabulary;
  private final @Nullable Profile asked;
  private final ReadingOptions options;
  private final List<String> names;
  private final List<OtherSheet> others = new ArrayList<>();

  LogSurvey(Vocabulary vocabulary, @Nullable Profile asked, ReadingOptions options, Path file) {
    this.vocabulary = vocabulary;
    this.asked = asked;
    this.options = options;
    this.names = names(file, options);
  }

  /** The words of a file's path that may state a school or a month, as its sender knows it. */
  static List<String> names(Path file, ReadingOptions options) {
    if (!options.names().isEmpty()) {
      return options.names();
    }
    Path folder = file.toAbsolutePath().getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    return Stream.of(file.getFileName(), folderName)
        .filter(Objects::nonNull)
        .map(Path::toString)
        .toList();
  }

  /** The log in the file; a refusal where no sheet holds one. */
  Opened survey(ReturnsGrid grid) throws RefusedFile, IOException {
    List<SheetPlan> plans = new ArrayList<>();
    MomentCells cells = new MomentCells(vocabulary.words(), grid.dates1904());
    for (GridSheet sheet : grid.sheets()) {
      SheetSurvey survey =
          new SheetSurvey(
              new HeadingSearch(vocabulary, asked, options),
              vocabulary,
              cells,
              sheet,
              sheet.name() + " | " + String.join(" | ", names));
      grid.read(sheet, survey);
      if (survey.log(grid.returned())) {
        plans.add(survey.plan());
      } else {
        others.add(new OtherSheet(sheet, survey.filled(), survey.seems().orElse("")));
      }
    }
    if (plans.isEmpty()) {
      return asked == null ? OtherSheet.noLog(others) : doesNotFit(asked);
    }
    return log(grid, plans, cells);
  }

  private LogFile log(ReturnsGrid grid, List<SheetPlan> plans, MomentCells cells) {
    DateEvidence evidence = DateEvidence.of(columns(plans));
    Profile profile =
        plans.stream()
            .map(plan -> plan.heading().profile())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    DateOrder order =
        profile == null || profile.dates() == DateOrder.UNDECIDED
            ? grid.order().orElseGet(() -> evidence.order(words(plans)))
            : profile.dates();
    SameLog same = new SameLog(vocabulary, plans, order);
    StatedPeriod period = new StatedPeriod(same.plans(), order, options.covers(), names);
    LogSummary summary =
        new LogSummary(
            profile == null ? null : profile.name(),
            same.plans().stream().map(plan -> logSheet(plan, plans.size() > 1)).toList(),
            grid.returned() ? options.covers() : period.months(),
            profile != null && profile.allSchools(),
            order,
            new LogNotes(grid)
                .sheets(plans, others)
                .columns(same.plans())
                .dates(order, evidence)
                .add(same.notes())
                .add(period.notes())
                .list(),
            same.plans().stream().flatMap(plan -> plan.findings().guesses().stream()).toList());
    return new LogFile(grid, vocabulary, summary, same.plans(), cells);
  }

  private static List<ColumnSurvey> columns(List<SheetPlan> plans) {
    return plans.stream()
        .map(plan -> plan.columns().values())
        .flatMap(Collection::stream)
        .collect(Collectors.toList());
  }

  private static Stream<String> words(List<SheetPlan> plans) {
    return plans.stream()
        .map(SheetPlan::heading)
        .flatMap(heading -> Stream.concat(heading.titles().stream(), heading.written().stream()))
        .flatMap(List::stream);
  }

  private static Refused doesNotFit(Profile profile) {
    return Refusal.PROFILE_DOES_NOT_FIT.saying(
        "no incident log found: no row holds all headings of the profile \""
            + profile.name()
            + "\" ("
            + String.join(", ", profile.recognise())
            + "); send that layout or leave the profile out.");
  }

  private LogSheet logSheet(SheetPlan plan, boolean several) {
    ColumnMap columns = plan.heading().columns();
    return new LogSheet(
        plan.sheet().number(),
        plan.sheet().name(),
        plan.heading().row(),
        columns.labels(),
        columns.mapping(),
        columns.tells(vocabulary.headings()),
        columns.unmappedLabels(),
        plan.rowsRead(),
        school(plan, several).orElse(null),
        plan.heading().written(),
        columns.fingerprint(),
        new KnownMapping(new Mapping(columns.decided(true)), new Mapping(columns.decided(false))));
  }

  /** A tab or file named after a school speaks only where no column does. */
  private Optional<String> school(SheetPlan plan, boolean several) {
    SchoolName finder = new SchoolName(vocabulary.words());
    if (options.school() != null) {
      return Optional.of(options.school());
    }
    Optional<String> titled = finder.inTitles(plan.heading().titles());
    if (titled.isPresent() || plan.plan(Field.SCHOOL) != null) {
      return titled;
    }
    return finder
        .inTab(plan.sheet().name(), several)
        .or(() -> names.stream().flatMap(name -> finder.inFileName(name).stream()).findFirst());
  }
}
