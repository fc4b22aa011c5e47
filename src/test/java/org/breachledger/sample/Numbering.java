package org.breachledger.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breachledger.incident.Field;

/** Gives each incident its number, in the order in which the log registered them. */
final class Numbering {

  /** The moments that a log has columns for, in a log's order. */
  static final List<Field> DATED =
      List.of(
          Field.OCCURRED,
          Field.IDENTIFIED,
          Field.AWARE,
          Field.REPORTED,
          Field.REGISTERED,
          Field.PRELIMINARY_INVESTIGATION,
          Field.FORM_A_RECEIVED,
          Field.ICO_DECIDED,
          Field.ICO_NOTIFIED,
          Field.INDIVIDUALS_TOLD,
          Field.NOT_TOLD_DOCUMENTED,
          Field.CLOSED,
          Field.RE_EVALUATED);

  /** The number that the office forgot to count on: its incident bears the one before again. */
  static final String FORGOTTEN = "EHS-25-012";

  private Numbering() {}

  /** The incidents in the order of their days, numbered in the order of their registration. */
  static List<SampleIncident> number(List<SampleIncident> incidents) {
    List<SampleIncident> registered = new ArrayList<>(incidents);
    registered.sort(Comparator.comparing(Numbering::registration));
    Map<String, Integer> last = new HashMap<>();
    List<SampleIncident> numbered = new ArrayList<>();
    for (SampleIncident incident : registered) {
      String series = series(incident);
      int number = last.merge(series, 1, Integer::sum);
      numbered.add(incident.numbered(written(incident, series, number)));
    }
    return numbered;
  }

  private static LocalDateTime registration(SampleIncident incident) {
    return Objects.requireNonNull(incident.moments().get(Field.REGISTERED));
  }

  private static String series(SampleIncident incident) {
    String prefix = incident.school().prefix();
    if (incident.mis()) {
      return "mis " + incident.school().key();
    }
    return prefix.isEmpty() ? "" : prefix + "-" + registration(incident).getYear() % 100;
  }

  private static String written(SampleIncident incident, String series, int number) {
    if (incident.mis()) {
      return Integer.toString(40_200 + 7 * number);
    }
    if (series.isEmpty()) {
      return Integer.toString(300 + number);
    }
    String reference = "%s-%03d".formatted(series, number);
    return reference.equals(FORGOTTEN) ? "%s-%03d".formatted(series, number - 1) : reference;
  }
}
