package org.breachledger.recurrence.batch;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.calendar.Windows;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.Verdict;
import org.springframework.batch.core.ExitStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows what the newest run that told the analyst said of two halves. Papers somebody wrote by
 * themselves do not count: nobody was alerted by them.
 */
public final class ComparedBefore {

  /** How a step ends that found nothing to tell. */
  public static final ExitStatus UNCHANGED = new ExitStatus("UNCHANGED");

  private static final String SAID =
      """
      select r.school_id, r.breach_type, r.sub_type, r.previous, r.current, r.verdict,
        r.near_misses_previous, r.near_misses_current, r.evidence
      from recurrence_result r where r.manifest_id = (
        select m.manifest_id from job_manifest m
        join recurrence_result first on first.manifest_id = m.manifest_id and first.position = 1
        where m.status = 'done' and m.job in ('half-yearly', 'half-yearly-again')
          and first.window_start = ? and first.window_middle = ? and first.window_end = ?
        order by m.manifest_id desc limit 1)
      """;

  private final JdbcClient jdbc;

  ComparedBefore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What makes a new edition worth its readers' time.
   *
   * @param evidence the months that are missing; empty where none is, for its words also speak of
   *     years before
   */
  private record Said(
      int schoolId,
      String breachType,
      String subType,
      int previous,
      int current,
      String verdict,
      int nearMissesPrevious,
      int nearMissesCurrent,
      String evidence) {

    Said {
      boolean missing = schoolId != 0 && verdict.equals(Verdict.INSUFFICIENT_DATA.name());
      evidence = missing ? evidence : "";
    }

    static Said of(Recurrence row) {
      return new Said(
          row.schoolId(),
          row.breachType(),
          row.subType(),
          row.previous(),
          row.current(),
          row.verdict().name(),
          row.nearMissesPrevious(),
          row.nearMissesCurrent(),
          row.evidence());
    }
  }

  /** Whether that run had the same months and the same counts; not where there was none. */
  boolean says(Windows windows, List<Recurrence> rows) {
    List<Said> before =
        jdbc.sql(SAID)
            .params(windows.start(), windows.middle(), windows.end())
            .query(Said.class)
            .list();
    return Set.copyOf(before).equals(rows.stream().map(Said::of).collect(Collectors.toSet()));
  }
}
