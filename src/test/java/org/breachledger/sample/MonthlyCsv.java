package org.breachledger.sample;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * The third layout: a semicolon-separated file a month, with that month's rows only and ISO local
 * times. A month that no file and no nil return names was never sent.
 */
final class MonthlyCsv {

  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "School",
          "Status",
          "Date of incident",
          "Date identified",
          "Date aware",
          "Date reported to DPO",
          "Date registered",
          "Type of breach",
          "Description",
          "Individuals affected",
          "Sensitivity factors",
          "Declared score",
          "Category level",
          "Medium",
          "Encrypted",
          "Preliminary investigation",
          "Form A received",
          "ICO decision",
          "ICO decided",
          "ICO notified",
          "Individuals told",
          "Not told documented",
          "Closed",
          "Closure finding",
          "Re-evaluated");

  private final LocalDateTime cutoff;

  private MonthlyCsv(LocalDateTime cutoff) {
    this.cutoff = cutoff;
  }

  /** Writes {@code monthly-YYYY-MM.csv} for every month with an incident. */
  static void write(Path folder, List<SampleIncident> incidents, LocalDateTime cutoff) {
    MonthlyCsv layout = new MonthlyCsv(cutoff);
    Map<YearMonth, List<SampleIncident>> months =
        incidents.stream()
            .collect(
                Collectors.groupingBy(
                    incident -> YearMonth.from(incident.day()), TreeMap::new, Collectors.toList()));
    months.forEach(
        (month, rows) ->
            TextFile.write(
                folder.resolve("monthly-" + month + ".csv"), ';', layout.rows(rows, month)));
  }

  private List<List<String>> rows(List<SampleIncident> incidents, YearMonth month) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    incidents.forEach(incident -> rows.add(row(incident)));
    if (month.equals(YearMonth.of(2026, 3))) {
      rows.add(blankBut("Open"));
    }
    return rows;
  }

  /** A row that says nothing of any incident. */
  private static List<String> blankBut(String status) {
    List<String> row = new ArrayList<>(HEADINGS.stream().map(heading -> "").toList());
    row.set(2, status);
    return row;
  }

  private List<String> row(SampleIncident incident) {
    boolean decided = incident.at(Field.ICO_DECIDED, cutoff) != null;
    return List.of(
        incident.registeredBefore(cutoff) ? incident.reference() : "",
        incident.school().name(),
        incident.reportedStatus(),
        moment(incident, Field.OCCURRED),
        moment(incident, Field.IDENTIFIED),
        moment(incident, Field.AWARE),
        moment(incident, Field.REPORTED),
        moment(incident, Field.REGISTERED),
        incident.category(),
        incident.text(),
        incident.people().written(),
        FactorWords.of(incident.factors()),
        incident.declaredScore() == null ? "" : incident.declaredScore().toString(),
        incident.declaredLevel().replace("Level ", ""),
        incident.medium(),
        incident.encrypted(),
        moment(incident, Field.PRELIMINARY_INVESTIGATION),
        moment(incident, Field.FORM_A_RECEIVED),
        decided ? incident.decision() : "",
        moment(incident, Field.ICO_DECIDED),
        moment(incident, Field.ICO_NOTIFIED),
        moment(incident, Field.INDIVIDUALS_TOLD),
        moment(incident, Field.NOT_TOLD_DOCUMENTED),
        moment(incident, Field.CLOSED),
        incident.finding(cutoff),
        moment(incident, Field.RE_EVALUATED));
  }

  private String moment(SampleIncident incident, Field field) {
    @Nullable LocalDateTime moment = incident.at(field, cutoff);
    if (moment == null) {
      return "";
    }
    return incident.daysOnly().contains(field)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }
}
