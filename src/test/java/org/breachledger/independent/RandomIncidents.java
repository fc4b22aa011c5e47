package org.breachledger.independent;

import static org.breachledger.independent.PlainClock.DAY;
import static org.breachledger.independent.PlainClock.HOUR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Value;
import org.breachledger.independent.PlainClock.Civil;

/**
 * Incidents as chance makes them, the same for the same seed: crowded round the edges of every
 * duty, the clock changes and the ends of months, with every precision and every gap.
 */
final class RandomIncidents {

  static final int SCHOOLS = 40;

  private static final long FIRST = new Civil(2024, 1, 1).number() * DAY;
  private static final long LAST = new Civil(2026, 8, 15).number() * DAY;
  private static final long[] CHANGES = {
    changed(2024, 3, 31),
    changed(2024, 10, 27),
    changed(2025, 3, 30),
    changed(2025, 10, 26),
    changed(2026, 3, 29)
  };
  private static final List<String> TYPES =
      List.of(
          "LOST_IN_TRANSIT",
          "LOST_OR_STOLEN_HARDWARE",
          "LOST_OR_STOLEN_PAPERWORK",
          "DISCLOSED_IN_ERROR",
          "NO_BCC",
          "EMAIL_WRONG_RECIPIENT",
          "VERBAL",
          "UPLOADED_TO_WEBSITE_IN_ERROR",
          "INSECURE_DISPOSAL_HARDWARE",
          "INSECURE_DISPOSAL_PAPERWORK",
          "TECHNICAL_SECURITY_FAILING",
          "PHISHING",
          "EQUIPMENT_OR_SYSTEMS_FAILURE",
          "UNAUTHORISED_ACCESS",
          "OTHER",
          "something or other");
  private static final List<String> FACTORS =
      List.of(
          "NO_SENSITIVE_DATA",
          "LIMITED_DEMOGRAPHIC_DATA",
          "ACCESS_MITIGATED",
          "BASIC_DEMOGRAPHIC_DATA",
          "LIMITED_CLINICAL_DATA",
          "DETAILED_CARE_DATA",
          "PARTICULARLY_SENSITIVE",
          "REPEAT_INCIDENT",
          "SECURITY_FAILING",
          "MEDIA_INTEREST",
          "ICO_COMPLAINT",
          "DISTRESS",
          "PHYSICAL_HARM",
          "DETRIMENT",
          "NO_SUCH_FACTOR");
  private static final List<String> PEOPLE =
      List.of("0", "1", "10", "11", "100", "101", "1000", "1001", "20..30", "0..300", "95..101");
  private static final List<String> KINDS =
      List.of(
          "Contact details",
          "medical; contact details",
          "Safeguarding",
          "No safeguarding; medical",
          "Health data",
          "none");

  private static final List<String> REPEATS =
      List.of(
          "A12",
          "yes",
          "Y - see 24-003",
          "No. 24-003",
          "No",
          "No - first time",
          "n/a",
          "-",
          "unknown",
          "TBC",
          "N/K",
          "A12?");

  private final SplittableRandom random;
  private final EnumMap<Field, Value> values = new EnumMap<>(Field.class);

  RandomIncidents(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private static long changed(int year, int month, int day) {
    return new Civil(year, month, day).number() * DAY + HOUR;
  }

  /** The next incident; its reference is a letter and its number. */
  Facts next(int number) {
    values.clear();
    put(Field.SCHOOL, "School " + (101 + random.nextInt(SCHOOLS)));
    put(Field.REFERENCE, oneOf(List.of("A", "b", "C")) + number);
    some(95, Field.REPORTED_TYPE, oneOf(TYPES));
    long occurred = someMoment();
    long identified = occurred + delay(24 * HOUR, 72 * HOUR);
    long aware = identified + delay(0, 6 * HOUR);
    long reported = identified + delay(HOUR, 24 * HOUR);
    long registered = reported + delay(HOUR, 48 * HOUR);
    moment(85, Field.OCCURRED, occurred);
    moment(90, Field.IDENTIFIED, identified);
    moment(60, Field.AWARE, aware);
    moment(70, Field.REPORTED, reported);
    moment(60, Field.REGISTERED, registered);
    long closed = registered + random.nextLong(90 * DAY);
    moment(60, Field.PRELIMINARY_INVESTIGATION, identified + delay(HOUR, DAY));
    moment(60, Field.FORM_A_RECEIVED, occurred + delay(24 * HOUR, 24 * HOUR));
    moment(45, Field.ICO_DECIDED, identified + delay(72 * HOUR, 72 * HOUR));
    moment(
        35,
        Field.ICO_NOTIFIED,
        (random.nextBoolean() ? occurred : aware) + delay(72 * HOUR, 72 * HOUR));
    moment(40, Field.CLOSED, closed);
    moment(30, Field.NOT_TOLD_DOCUMENTED, closed + delay(0, 0));
    moment(20, Field.INDIVIDUALS_TOLD, aware + random.nextLong(9 * DAY));
    long again = PlainClock.plusMonths(registered, 6);
    moment(35, Field.RE_EVALUATED, again + delay(0, 0));
    decisions();
    severity();
    return new Facts(values);
  }

  private void decisions() {
    some(40, Field.ICO_DECISION, oneOf(List.of("notify", "not-notify")));
    some(10, Field.DECIDED_LEVEL, oneOf(List.of("0", "1", "2")));
    some(25, Field.DECLARED_LEVEL, oneOf(List.of("0", "1", "2")));
    some(30, Field.DECLARED_SCORE, Integer.toString(random.nextInt(-2, 6)));
    some(20, Field.CLOSURE_FINDING, oneOf(List.of("incident", "near-miss", "non-event")));
    some(20, Field.CASE_STATE, oneOf(List.of("open", "closed")));
    some(10, Field.NOT_TOLD_GROUND, oneOf(List.of("protected", "risk-removed")));
    some(40, Field.STATUS, oneOf(List.of("confirmed", "potential", "near-miss", "non-event")));
    some(20, Field.DIRECTION, oneOf(List.of("own", "own", "own", "inbound")));
  }

  private void severity() {
    some(85, Field.INDIVIDUALS, oneOf(PEOPLE));
    if (random.nextInt(100) < 70) {
      TreeSet<String> codes = new TreeSet<>();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        codes.add(oneOf(FACTORS));
      }
      put(Field.FACTORS, String.join(";", codes));
    }
    some(25, Field.ENCRYPTED, answer());
    some(30, Field.MEDIUM, oneOf(List.of("paper", "electronic", "hybrid")));
    some(15, Field.ICO_COMPLAINT, answer());
    some(15, Field.RISK_PHYSICAL, answer());
    some(15, Field.RISK_EMOTIONAL, answer());
    some(15, Field.RISK_IDENTITY, answer());
    some(15, Field.RISK_FINANCIAL, answer());
    some(15, Field.RISK_MEDIA, answer());
    some(15, Field.DATA_KINDS, oneOf(KINDS));
    some(15, Field.SPECIAL_CATEGORY, answer());
    some(15, Field.DECLARED_REPEAT, oneOf(REPEATS));
  }

  /** A fifth near a clock change, a tenth at the end or the beginning of a month. */
  private long someMoment() {
    int kind = random.nextInt(10);
    if (kind < 2) {
      long change = CHANGES[random.nextInt(CHANGES.length)];
      return change + random.nextLong(-8 * 24, 8 * 24) * HOUR / 2 + offBeat();
    }
    if (kind == 2) {
      Civil day = PlainClock.civil(FIRST / DAY + random.nextInt(940));
      long first = new Civil(day.year(), day.month(), 1).number();
      return PlainClock.startOf(first) + random.nextLong(-DAY, DAY);
    }
    return random.nextLong(FIRST / 60, LAST / 60) * 60;
  }

  private long offBeat() {
    return random.nextInt(3) == 0 ? random.nextLong(HOUR / 2) : 0;
  }

  /** At a limit, a second beside it, somewhere up to twice as long, or before the start. */
  private long delay(long limit, long spread) {
    return switch (random.nextInt(8)) {
      case 0 -> limit;
      case 1 -> limit - 1;
      case 2 -> limit + 1;
      case 3 -> -random.nextLong(2 * DAY);
      case 4 -> 0;
      default -> random.nextLong(2 * limit + spread + 3 * HOUR);
    };
  }

  private void moment(int chance, Field field, long moment) {
    if (random.nextInt(100) < chance) {
      put(field, written(moment));
    }
  }

  private String written(long moment) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return "undated";
    }
    if (kind < 7) {
      return PlainClock.civil(PlainClock.dayOf(moment)).written();
    }
    long[] both = PlainClock.moments(PlainClock.local(moment));
    return both.length == 2 && kind < 14
        ? Instant.ofEpochSecond(both[0]) + "/" + Instant.ofEpochSecond(both[1])
        : Instant.ofEpochSecond(moment).toString();
  }

  private String answer() {
    return oneOf(List.of("yes", "no", "unknown"));
  }

  private <T> T oneOf(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }

  private void some(int chance, Field field, String written) {
    if (random.nextInt(100) < chance) {
      put(field, written);
    }
  }

  private void put(Field field, String written) {
    values.put(field, field.kind().parse(written));
  }

  /** So many incidents of one seed. */
  static List<Facts> of(long seed, int count) {
    RandomIncidents incidents = new RandomIncidents(seed);
    List<Facts> all = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      all.add(incidents.next(number));
    }
    return all;
  }
}
