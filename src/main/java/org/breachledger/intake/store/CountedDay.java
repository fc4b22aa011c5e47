package org.breachledger.intake.store;

/**
 * The London day on which facts are counted and the moment it is taken from, as {@link
 * org.breachledger.incident.CountingDay} has them; a piece of SQL that gives both, or no row where
 * none of the three moments has a day.
 */
final class CountedDay {

  private CountedDay() {}

  /**
   * The day.
   *
   * @param facts a piece of SQL that gives facts as they are stored
   * @param today one that gives the London day of the as-of: what lies after it has not happened
   */
  static String of(String facts, String today) {
    return """
        (select d.day, d.day_from
          from (select (%1$s) as facts offset 0) f
          cross join lateral (values (1, 'occurred', %3$s), (2, 'identified', %4$s),
            (3, 'reported', %5$s)) as d (place, day_from, day)
          where d.day is not null
          order by d.day > %2$s, d.place
          limit 1)"""
        .formatted(
            facts,
            today,
            SayingDay.of("f.facts ->> 'occurred'"),
            SayingDay.of("f.facts ->> 'identified'"),
            SayingDay.of("f.facts ->> 'reported'"));
  }
}
