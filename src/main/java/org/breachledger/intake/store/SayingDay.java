package org.breachledger.intake.store;

/** The London day a canonical moment says; a piece of SQL, null where it says none. */
final class SayingDay {

  private SayingDay() {}

  /**
   * The day.
   *
   * @param moment a piece of SQL that gives the text of a moment or null
   */
  static String of(String moment) {
    return """
        (case when %1$s ~ '^\\d{4}-\\d\\d-\\d\\d$' then (%1$s)::date
          when %1$s ~ '^\\d{4}-\\d\\d-\\d\\dT'
          then (split_part(%1$s, '/', 1)::timestamptz at time zone 'Europe/London')::date end)"""
        .formatted("(" + moment + ")");
  }
}
