package org.breachledger.sample;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Workbook;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * The first layout: the DPO's cumulative log of two schools with title rows, merged group headings
 * and dates apart from times. It states its period in the second title row.
 */
final class DpoLog {

  private static final List<String> HEADINGS =
      List.of(
          "Incident no.",
          "School",
          "Date of incident",
          "Time of incident",
          "Date discovered",
          "Time discovered",
          "Date school aware",
          "Date reported to DPO",
          "Date logged",
          "Type of breach",
          "What happened",
          "No. of people affected",
          "Sensitivity factors",
          "Score",
          "Category level",
          "Encrypted (Y/N)",
          "Preliminary investigation",
          "Form A received",
          "ICO decision",
          "ICO decision date",
          "ICO notified",
          "Individuals told",
          "Not told documented",
          "Status",
          "Date closed",
          "Closure finding",
          "Re-evaluated",
          "Reported by");

  private static final List<Integer> WIDTHS =
      List.of(
          10, 24, 12, 10, 12, 10, 12, 12, 12, 30, 80, 12, 44, 8, 10, 10, 14, 16, 14, 12, 16, 12, 14,
          11, 12, 18, 12, 18);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  private final Sheet sheet;
  private final LocalDateTime cutoff;
  private final boolean last;

  private DpoLog(Sheet sheet, LocalDateTime cutoff, boolean last) {
    this.sheet = sheet;
    this.cutoff = cutoff;
    this.last = last;
  }

  /**
   * Fills a workbook with the log as it stood at {@code cutoff}.
   *
   * @param month the last month of the period it states
   * @param last whether it is the newest: only that one holds what has no number yet
   */
  static void fill(
      Workbook book,
      List<SampleIncident> incidents,
      YearMonth month,
      LocalDateTime cutoff,
      boolean last) {
    Sheet sheet = new Sheet(book, "Incident log");
    int columns = HEADINGS.size();
    sheet.title("The Vellbridge Learning Trust – data protection incident log", columns);
    sheet.title("Period: July 2024 to " + MONTH.format(month), columns);
    sheet.title("Kept by the Schools Data Protection Officer. Times are local times.", columns);
    sheet.groups(
        List.of("Incident", "Timings", "Assessment", "ICO", "Closing"), List.of(2, 7, 9, 3, 7));
    sheet.headings(HEADINGS, WIDTHS);
    new DpoLog(sheet, cutoff, last).rows(incidents);
    guidance(book);
  }

  private void rows(List<SampleIncident> incidents) {
    int year = 0;
    for (SampleIncident incident : incidents) {
      if (!last && !incident.registeredBefore(cutoff)) {
        continue;
      }
      if (year != 0 && incident.day().getYear() > year) {
        sheet.blank();
      }
      year = Math.max(year, incident.day().getYear());
      sheet.row(row(incident));
    }
    sheet.row(List.of("", "Quillbrook Primary School", "", "", "", "", "", "", "", "", "", "tbc"));
    sheet.total("Total", 11, 6);
  }

  private List<@Nullable Object> row(SampleIncident incident) {
    int number = incident.reference().isEmpty() ? 0 : Integer.parseInt(incident.reference());
    boolean early = !last && number % 13 == 5;
    List<@Nullable Object> row = new ArrayList<>();
    row.add(incident.registeredBefore(cutoff) ? number : "");
    row.add(school(incident, number));
    timings(incident, number, row);
    row.add(incident.category());
    row.add(incident.text());
    row.add(people(early ? "Unknown" : incident.people().written()));
    row.add(FactorWords.of(incident.factors()));
    row.add(early ? null : incident.declaredScore());
    row.add(early ? "" : incident.declaredLevel());
    row.add(incident.encrypted());
    row.add(day(incident, Field.PRELIMINARY_INVESTIGATION));
    row.add(Sheet.moment(incident.at(Field.FORM_A_RECEIVED, cutoff)));
    boolean decided = incident.at(Field.ICO_DECIDED, cutoff) != null;
    row.add(decided ? incident.decision() : "");
    row.add(day(incident, Field.ICO_DECIDED));
    row.add(Sheet.moment(incident.at(Field.ICO_NOTIFIED, cutoff)));
    row.add(day(incident, Field.INDIVIDUALS_TOLD));
    row.add(day(incident, Field.NOT_TOLD_DOCUMENTED));
    row.add(status(incident));
    row.add(day(incident, Field.CLOSED));
    row.add(incident.finding(cutoff));
    row.add(day(incident, Field.RE_EVALUATED));
    row.add(incident.reporter());
    return row;
  }

  private void timings(SampleIncident incident, int number, List<@Nullable Object> row) {
    LocalDateTime occurred = incident.at(Field.OCCURRED, cutoff);
    if (incident.twist().equals("impossible")) {
      row.add("31/11/2025");
      row.add(null);
    } else {
      boolean typed = occurred != null && number % 17 == 3;
      row.add(typed ? Sheet.DAY.format(occurred) : Sheet.day(occurred));
      row.add(incident.daysOnly().contains(Field.OCCURRED) ? null : Sheet.time(occurred));
    }
    LocalDateTime identified = incident.at(Field.IDENTIFIED, cutoff);
    row.add(Sheet.day(identified));
    row.add(incident.daysOnly().contains(Field.IDENTIFIED) ? null : Sheet.time(identified));
    row.add(day(incident, Field.AWARE));
    row.add(day(incident, Field.REPORTED));
    row.add(day(incident, Field.REGISTERED));
  }

  private @Nullable Object day(SampleIncident incident, Field field) {
    return Sheet.day(incident.at(field, cutoff));
  }

  private String status(SampleIncident incident) {
    String reported = incident.reportedStatus();
    if (!reported.equals("Confirmed")) {
      return reported;
    }
    return incident.at(Field.CLOSED, cutoff) == null ? "Open" : "Closed";
  }

  private static String school(SampleIncident incident, int number) {
    SampleSchool school = incident.school();
    return number % 9 == 4 ? school.aliases().get(0) : school.name();
  }

  private static Object people(String written) {
    return written.chars().allMatch(Character::isDigit) ? Integer.valueOf(written) : written;
  }

  private static void guidance(Workbook book) {
    org.apache.poi.ss.usermodel.Sheet notes = book.createSheet("Guidance");
    List<String> lines =
        List.of(
            "How to fill in the log",
            "One row for each incident, near miss or suspected incident.",
            "Leave a cell empty where the answer is not known yet.",
            "Form A is due within 24 hours of the incident.");
    for (int i = 0; i < lines.size(); i++) {
      notes.createRow(i).createCell(0).setCellValue(lines.get(i));
    }
  }
}
