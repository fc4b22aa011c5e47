package org.breachledger.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * The second layout: a cumulative log with a tab for each of two schools, headings in the first
 * row, date and time in one cell. The school is known by its tab alone.
 */
final class SchoolTabs {

  private static final List<String> HEADINGS =
      List.of(
          "Ref",
          "Occurred",
          "Identified",
          "Aware",
          "Reported",
          "Registered",
          "Breach type",
          "Description",
          "Individuals",
          "Factors",
          "Declared score",
          "Medium",
          "Encrypted",
          "Preliminary investigation done",
          "Form A received",
          "Form A signed by head",
          "ICO decision",
          "ICO decided",
          "ICO notified",
          "Individuals told",
          "Not told documented",
          "Outcome",
          "Closed",
          "Re-evaluated");

  private static final List<Integer> WIDTHS =
      List.of(
          13, 17, 17, 17, 17, 17, 30, 80, 12, 44, 10, 12, 10, 17, 17, 11, 15, 17, 17, 17, 17, 20,
          17, 17);

  private final LocalDateTime cutoff;
  private final boolean last;

  private SchoolTabs(LocalDateTime cutoff, boolean last) {
    this.cutoff = cutoff;
    this.last = last;
  }

  /** Fills a workbook with the tabs as they stood at {@code cutoff}. */
  static void fill(
      Workbook book, List<SampleIncident> incidents, LocalDateTime cutoff, boolean last) {
    SchoolTabs tabs = new SchoolTabs(cutoff, last);
    for (SampleSchool school : SampleSchool.ALL) {
      List<SampleIncident> own =
          incidents.stream().filter(incident -> incident.school().equals(school)).toList();
      if (!own.isEmpty()) {
        tabs.tab(new Sheet(book, tabName(school)), own);
      }
    }
  }

  /** A tab's name holds 31 characters at most, so that a long school name stands by its alias. */
  private static String tabName(SampleSchool school) {
    return school.name().length() <= 31 ? school.name() : school.aliases().get(0);
  }

  private void tab(Sheet sheet, List<SampleIncident> own) {
    sheet.headings(HEADINGS, WIDTHS);
    for (SampleIncident incident : own) {
      if (last || incident.registeredBefore(cutoff)) {
        sheet.row(row(incident));
      }
    }
  }

  private List<@Nullable Object> row(SampleIncident incident) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(incident.registeredBefore(cutoff) ? incident.reference() : "");
    row.add(moment(incident, Field.OCCURRED));
    row.add(moment(incident, Field.IDENTIFIED));
    row.add(moment(incident, Field.AWARE));
    row.add(moment(incident, Field.REPORTED));
    row.add(moment(incident, Field.REGISTERED));
    row.add(incident.category());
    row.add(incident.text());
    row.add(incident.people().written());
    row.add(String.join("; ", incident.factors()));
    row.add(incident.declaredScore());
    row.add(incident.medium());
    row.add(encrypted(incident));
    row.add(moment(incident, Field.PRELIMINARY_INVESTIGATION));
    row.add(moment(incident, Field.FORM_A_RECEIVED));
    row.add(signed(incident));
    row.add(incident.at(Field.ICO_DECIDED, cutoff) == null ? "" : incident.decision());
    row.add(moment(incident, Field.ICO_DECIDED));
    row.add(moment(incident, Field.ICO_NOTIFIED));
    row.add(moment(incident, Field.INDIVIDUALS_TOLD));
    row.add(moment(incident, Field.NOT_TOLD_DOCUMENTED));
    row.add(incident.finding(cutoff));
    row.add(moment(incident, Field.CLOSED));
    row.add(moment(incident, Field.RE_EVALUATED));
    return row;
  }

  /** A moment as a date cell; typed as text where only the day is known. */
  private @Nullable Object moment(SampleIncident incident, Field field) {
    LocalDateTime moment = incident.at(field, cutoff);
    if (moment == null) {
      return null;
    }
    boolean skippedHour = moment.equals(LocalDateTime.of(2026, 3, 29, 1, 30));
    if (skippedHour) {
      return Sheet.DAY_AND_TIME.format(moment);
    }
    return incident.daysOnly().contains(field) ? Sheet.DAY.format(moment) : Sheet.moment(moment);
  }

  private static String encrypted(SampleIncident incident) {
    return switch (incident.encrypted()) {
      case "Y" -> "Yes";
      case "N" -> "No";
      default -> "";
    };
  }

  private String signed(SampleIncident incident) {
    if (incident.at(Field.FORM_A_RECEIVED, cutoff) == null) {
      return "";
    }
    return incident.text().length() % 11 == 0 ? "No" : "Yes";
  }
}
