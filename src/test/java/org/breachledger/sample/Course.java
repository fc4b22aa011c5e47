package org.breachledger.sample;

import static org.breachledger.sample.OfficeHours.awake;
import static org.breachledger.sample.OfficeHours.office;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.breachledger.incident.Field;

/**
 * Draws how an incident went on after it happened: most schools are in time for most duties, some
 * are late, some never act. All times are local.
 */
final class Course {

  private final Random random;
  private final Map<Field, LocalDateTime> moments = new EnumMap<>(Field.class);

  private Course(Random random) {
    this.random = random;
  }

  /** The course of an incident that counts. */
  static Map<Field, LocalDateTime> ofIncident(
      LocalDateTime occurred, LocalDateTime identified, int level, String decision, Random random) {
    Course course = new Course(random);
    course.begin(occurred, identified);
    course.investigate(occurred, identified);
    if (level == 2) {
      course.decide(identified, decision);
    }
    course.close(level);
    course.review();
    return Collections.unmodifiableMap(course.moments);
  }

  /** The course of what turned out to be none: soon reported, soon closed. */
  static Map<Field, LocalDateTime> ofNone(
      LocalDateTime occurred, LocalDateTime identified, Random random) {
    Course course = new Course(random);
    course.begin(occurred, identified);
    course.moments.put(Field.AWARE, identified);
    course.moments.put(Field.REPORTED, identified.plusMinutes(90));
    course.moments.put(Field.REGISTERED, office(identified.plusHours(20)));
    course.investigate(occurred, identified);
    course.moments.put(Field.CLOSED, office(identified.plusDays(course.between(4, 11))));
    return Collections.unmodifiableMap(course.moments);
  }

  /** When it was found: mostly the same day, sometimes only weeks later. */
  static LocalDateTime found(LocalDateTime occurred, Random random) {
    int luck = random.nextInt(100);
    if (luck < 70) {
      return occurred.plusMinutes(10 + 5L * random.nextInt(48));
    }
    if (luck < 84) {
      return office(occurred.plusHours(15 + random.nextInt(12)));
    }
    int days = luck < 94 ? 2 + random.nextInt(5) : 7 + random.nextInt(22);
    return office(occurred.plusDays(days));
  }

  private void begin(LocalDateTime occurred, LocalDateTime identified) {
    moments.put(Field.OCCURRED, occurred);
    moments.put(Field.IDENTIFIED, identified);
    int luck = random.nextInt(100);
    LocalDateTime aware = identified;
    if (luck < 40) {
      aware = identified.plusMinutes(15 + 5L * random.nextInt(60));
    } else if (luck < 52) {
      aware = office(identified.plusHours(between(18, 70)));
    }
    if (luck < 94) {
      moments.put(Field.AWARE, aware);
    }
    int wait = pick(60, between(1, 8), 90, between(20, 48), between(70, 190));
    LocalDateTime reported = office(aware.plusHours(wait));
    moments.put(Field.REPORTED, reported);
    moments.put(Field.REGISTERED, office(reported.plusHours(pick(70, 2, 90, 20, 75))));
  }

  private void investigate(LocalDateTime occurred, LocalDateTime identified) {
    int luck = random.nextInt(100);
    if (luck < 82) {
      LocalDateTime evening = identified.toLocalDate().atTime(21, 30);
      LocalDateTime soon = identified.plusMinutes(20 + 5L * random.nextInt(40));
      moments.put(
          Field.PRELIMINARY_INVESTIGATION,
          earlier(soon, later(evening, identified.plusMinutes(5))));
    } else if (luck < 97) {
      moments.put(Field.PRELIMINARY_INVESTIGATION, office(identified.plusHours(between(18, 100))));
    }
    luck = random.nextInt(100);
    if (luck < 76) {
      moments.put(
          Field.FORM_A_RECEIVED, awake(later(occurred, identified).plusMinutes(between(60, 900))));
    } else if (luck < 95) {
      moments.put(Field.FORM_A_RECEIVED, office(identified.plusHours(between(26, 150))));
    }
  }

  private void decide(LocalDateTime identified, String decision) {
    if (decision.isEmpty()) {
      return;
    }
    int hours = pick(78, between(5, 60), 100, between(80, 200), 0);
    LocalDateTime decided = office(identified.plusHours(hours));
    moments.put(Field.ICO_DECIDED, decided);
    boolean forgotten = random.nextInt(100) < 9;
    if (decision.equals("Notify") && !forgotten) {
      LocalDateTime aware = moments.getOrDefault(Field.AWARE, identified);
      int wait = pick(68, between(12, 71), 88, between(74, 160), between(170, 400));
      moments.put(
          Field.ICO_NOTIFIED,
          later(decided.plusMinutes(35), awake(aware.plusHours(wait).plusMinutes(7))));
    }
  }

  private void close(int level) {
    LocalDateTime registered = moment(Field.REGISTERED);
    boolean told = random.nextInt(100) < 55;
    if (told) {
      moments.put(Field.INDIVIDUALS_TOLD, office(registered.plusDays(between(0, 6))));
    }
    if (random.nextInt(100) < 8) {
      return;
    }
    int days = level == 2 ? between(35, 120) : between(12, 80);
    LocalDateTime closed = office(registered.plusDays(days));
    moments.put(Field.CLOSED, closed);
    int luck = random.nextInt(100);
    if (!told && luck < 72) {
      moments.put(Field.NOT_TOLD_DOCUMENTED, office(closed.minusDays(between(3, 9))));
    } else if (!told && luck < 86) {
      moments.put(Field.NOT_TOLD_DOCUMENTED, office(closed.plusDays(between(2, 20))));
    }
  }

  private void review() {
    int days = pick(72, between(165, 178), 86, between(190, 230), -1);
    if (days > 0) {
      moments.put(Field.RE_EVALUATED, office(moment(Field.REGISTERED).plusDays(days)));
    }
  }

  private LocalDateTime moment(Field field) {
    return Objects.requireNonNull(moments.get(field));
  }

  private int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  private int pick(int belowFirst, int first, int belowSecond, int second, int third) {
    int luck = random.nextInt(100);
    return luck < belowFirst ? first : luck < belowSecond ? second : third;
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }
}
