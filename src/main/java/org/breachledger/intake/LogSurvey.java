package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

  LogSurvey(Vocabulary vocabulary, @Nullable Profile asked, ReadingOptions options, Path file) {
    this.vocabulary = vocabulary;
    this.asked = asked;
    this.options = options;
    this.names = options.names().isEmpty() ? names(file) : options.names();
  }

  private static List<String> names(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    return Stream.of(file.getFileName(), folderName)
        .filter(Objects::nonNull)
        .map(Path::toString)
        .toList();
  }

  /** The log in the file; a refusal where no sheet holds one. */
  Opened survey(Grid grid) throws RefusedFile, IOException {
    List<SheetPlan> plans = new ArrayList<>();
    MomentCells cells = new MomentCells(vocabulary.words(), grid.dates1904());
    for (GridSheet sheet : grid.sheets()) {
      SheetSurvey survey =
          new SheetSurvey(
              new HeadingSearch(vocabulary, asked),
              cells,
              sheet.name() + " | " + String.join(" | ", names),
              vocabulary.rules().headingRows());
      grid.read(sheet, survey);
      survey.plan(sheet).ifPresent(plans::add);
    }
    if (plans.isEmpty()) {
      return asked == null ? Refusal.NO_LOG.said() : doesNotFit(asked);
    }
    return new LogFile(grid, vocabulary, summary(grid, plans), plans, cells);
  }

  private static Refused doesNotFit(Profile profile) {
    return Refusal.PROFILE_DOES_NOT_FIT.saying(
        "no incident log found: no row holds all headings of the profile \""
            + profile.name()
            + "\" ("
            + String.join(", ", profile.recognise())
            + "); send that layout or leave the profile out.");
  }

  private LogSummary summary(Grid grid, List<SheetPlan> plans) {
    DateEvidence evidence = evidence(plans);
    Profile profile =
        plans.stream()
            .map(plan -> plan.heading().profile())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    DateOrder order =
        profile == null || profile.dates() == DateOrder.UNDECIDED
            ? evidence.order()
            : profile.dates();
    List<LogSheet> sheets = plans.stream().map(plan -> logSheet(plan, plans.size() > 1)).toList();
    return new LogSummary(
        profile == null ? null : profile.name(),
        sheets,
        covers(plans, order),
        profile != null && profile.allSchools(),
        order,
        new LogNotes(grid, plans, order, evidence).list());
  }

  private static DateEvidence evidence(List<SheetPlan> plans) {
    return DateEvidence.of(
        plans.stream()
            .map(plan -> plan.columns().values())
            .flatMap(Collection::stream)
            .collect(Collectors.toList()));
  }

  private LogSheet logSheet(SheetPlan plan, boolean several) {
    ColumnMap columns = plan.heading().columns();
    return new LogSheet(
        plan.sheet().number(),
        plan.sheet().name(),
        plan.heading().row(),
        columns.labels(),
        columns.mapping(),
        columns.unmappedLabels(),
        plan.rowsRead(),
        school(plan, several).orElse(null));
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

  /** The option, else the titles, else the tabs, else the file's name where its rows agree. */
  private SortedSet<YearMonth> covers(List<SheetPlan> plans, DateOrder order) {
    if (!options.covers().isEmpty()) {
      return options.covers();
    }
    SortedSet<YearMonth> titled = new TreeSet<>();
    plans.stream()
        .flatMap(plan -> plan.heading().titles().stream())
        .forEach(title -> titled.addAll(Periods.in(String.join(" ", title))));
    if (!titled.isEmpty()) {
      return titled;
    }
    SortedSet<YearMonth> tabs = new TreeSet<>();
    boolean each = true;
    for (SheetPlan plan : plans) {
      SortedSet<YearMonth> tab = Periods.in(plan.sheet().name());
      each &= !tab.isEmpty() && plan.mostlyIn(tab, order);
      tabs.addAll(tab);
    }
    return each ? tabs : named(plans, order);
  }

  private SortedSet<YearMonth> named(List<SheetPlan> plans, DateOrder order) {
    SortedSet<YearMonth> named = names.isEmpty() ? new TreeSet<>() : Periods.in(names.get(0));
    boolean agree = plans.stream().allMatch(plan -> plan.mostlyIn(named, order));
    return agree ? named : new TreeSet<>();
  }
}
