package org.breachledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the nightly job takes where nothing came in and nothing was changed: night after night,
 * so that only time went on. Keeps the median of the jobs' own times.
 */
public final class NightBench {

  private static final String NEWEST =
      """
      select extract(epoch from finished_at - started_at)::float8, counts ->> 'flagDeadlines'
      from job_manifest where job = 'nightly' order by manifest_id desc limit 1
      """;

  private NightBench() {}

  /** A night: how long its job took, and how many incidents came due and were judged again. */
  private record Night(double seconds, int judged) {}

  /**
   * Measures.
   *
   * @param arguments how many incidents, and how many nights
   */
  public static void main(String... arguments) throws Exception {
    int incidents = Integer.parseInt(arguments[0]);
    int nights = Integer.parseInt(arguments[1]);
    List<Night> taken = new ArrayList<>();
    try (FilledRecord record = new FilledRecord(incidents, 400, 10_000, false)) {
      for (int night = 1; night <= nights; night++) {
        record.run(
            "run",
            "nightly",
            "--as-of",
            LocalDateTime.parse(FilledRecord.AS_OF).plusDays(night).toString());
        taken.add(newest(record));
      }
    }
    BenchPage.keep(
        "Nights with nothing changed",
        "The job's own time, night after night over the same record, the program and its database"
            + " being up; medians of "
            + nights
            + ". Judged again are the incidents whose deadlines that one more day can change.",
        List.of(
            "| incidents stored | nightly, s | judged again |",
            "|---|---|---|",
            String.format(
                Locale.UK,
                "| %,d | %.1f | %,d |",
                incidents,
                taken.stream().mapToDouble(Night::seconds).sorted().toArray()[nights / 2],
                taken.stream().mapToInt(Night::judged).sorted().toArray()[nights / 2])));
  }

  private static Night newest(FilledRecord record) throws SQLException {
    try (Connection connection = record.connection();
        Statement sql = connection.createStatement();
        ResultSet newest = sql.executeQuery(NEWEST)) {
      newest.next();
      return new Night(newest.getDouble(1), newest.getInt(2));
    }
  }
}
