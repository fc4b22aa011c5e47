package org.breachledger.sample;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.breachledger.calendar.London;
import org.breachledger.incident.Field;

/**
 * The incident logs that two schools export from their pupil record systems, whose clocks stay on
 * GMT all year.
 */
final class MisLog {

  private static final List<String> HEADINGS =
      List.of(
          "Logged at (GMT)",
          "School",
          "Log no",
          "Category",
          "Details",
          "Pupils affected",
          "Staff affected?",
          "Discovered (GMT)",
          "Reporter");

  private MisLog() {}

  /** Writes one file a school: {@code mis-incidents-quillbrook.csv}. */
  static void write(Path folder, List<SampleIncident> incidents) {
    for (SampleSchool school : SampleSchool.ALL) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(HEADINGS);
      incidents.stream()
          .filter(incident -> incident.mis() && incident.school().equals(school))
          .forEach(incident -> rows.add(row(incident)));
      if (rows.size() > 1) {
        String name = "mis-incidents-" + school.key().toLowerCase(Locale.ROOT) + ".csv";
        TextFile.write(folder.resolve(name), ',', rows);
      }
    }
  }

  private static List<String> row(SampleIncident incident) {
    LocalDateTime found = Objects.requireNonNull(incident.moments().get(Field.IDENTIFIED));
    boolean staff = incident.text().toLowerCase(Locale.ROOT).contains("staff");
    return List.of(
        gmt(found.plusMinutes(35)),
        incident.school().aliases().get(0),
        incident.reference(),
        incident.category(),
        incident.text(),
        incident.people().written(),
        staff ? "Yes" : "No",
        gmt(found),
        incident.reporter());
  }

  private static String gmt(LocalDateTime local) {
    return Sheet.DAY_AND_TIME.format(
        local.atZone(London.ZONE).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }
}
