package org.breachledger.independent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The legal clock's verdict on every row of Washington's file, from its two days alone: 72 hours
 * from the day the sender was aware to the day the notice was submitted, both known to the day only
 * [UK GDPR Art. 33].
 */
public final class RealLegalClock {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration LIMIT = Duration.ofHours(72);

  private RealLegalClock() {}

  /** MET, LATE or CANNOT_TELL by the row's Id without its thousands comma. */
  public static Map<String, String> verdicts(Path file) {
    Map<String, String> verdicts = new TreeMap<>();
    for (Map<String, String> row : PlainRows.read(file)) {
      Optional<LocalDate> aware = PlainDates.parse(row.getOrDefault("DateAware", ""));
      Optional<LocalDate> told = PlainDates.parse(row.getOrDefault("DateSubmitted", ""));
      String id = row.getOrDefault("Id", "").replace(",", "");
      boolean both = aware.isPresent() && told.isPresent();
      verdicts.put(id, both ? verdict(aware.get(), told.get()) : "CANNOT_TELL");
    }
    return verdicts;
  }

  /** The verdict on two days: sure only where the longest or the shortest time between says so. */
  static String verdict(LocalDate aware, LocalDate told) {
    Duration longest = Duration.between(midnight(aware), midnight(told.plusDays(1)));
    Duration shortest = Duration.between(midnight(aware.plusDays(1)), midnight(told));
    if (longest.compareTo(LIMIT) <= 0) {
      return "MET";
    }
    return shortest.compareTo(LIMIT) >= 0 ? "LATE" : "CANNOT_TELL";
  }

  private static ZonedDateTime midnight(LocalDate day) {
    return day.atStartOfDay(LONDON);
  }
}
