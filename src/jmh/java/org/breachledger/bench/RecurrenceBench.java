package org.breachledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.breachledger.calendar.Windows;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.home.Home;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the comparison of all schools, types and sub-types takes beside one sequential count of
 * the same table: in turn, as often as asked. Keeps medians and the ratio.
 */
public final class RecurrenceBench {

  private static final int SCHOOLS = 5000;
  private static final int SIX_MONTHS = 6;
  private static final String SEQUENTIAL =
      "set max_parallel_workers_per_gather = 0; set enable_indexscan = off;"
          + " set enable_indexonlyscan = off; set enable_bitmapscan = off";
  private static final String COUNT =
      """
      select school_id, breach_type, sub_type, counted_as, count(*) from incident group by 1, 2, 3, 4
      """;

  private RecurrenceBench() {}

  /**
   * Measures.
   *
   * @param arguments how many incidents, and how often
   */
  public static void main(String... arguments) throws Exception {
    int incidents = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<Double> counted = new ArrayList<>();
    List<Double> compared = new ArrayList<>();
    try (FilledRecord record = new FilledRecord(incidents, SCHOOLS, 50_000, true);
        Installation installation =
            Installation.open(
                new Home(record.home()), record.home().resolve("jobs"), false, false)) {
      installation.get(CurrentTrust.class).byDefault(1);
      count(record);
      compare(installation);
      for (int round = 0; round < rounds; round++) {
        counted.add(count(record));
        compared.add(compare(installation));
      }
    }
    double reference = median(counted);
    BenchPage.keep(
        "Recurrence",
        "The comparison of "
            + SCHOOLS
            + " schools, all types and sub-types, with its tests and words, beside one sequential"
            + " count of the same table grouped by school, type and sub-type; in turn, medians of "
            + rounds
            + ".",
        List.of(
            "| incidents | sequential count, s | comparison, s | ratio |",
            "|---|---|---|---|",
            String.format(
                Locale.UK,
                "| %,d | %.2f | %.2f | %.2f |",
                incidents,
                reference,
                median(compared),
                median(compared) / reference)));
  }

  private static double count(FilledRecord record) throws SQLException {
    try (Connection connection = record.connection();
        Statement sql = connection.createStatement()) {
      sql.execute(SEQUENTIAL);
      long begun = System.nanoTime();
      long groups = 0;
      try (ResultSet rows = sql.executeQuery(COUNT)) {
        while (rows.next()) {
          groups++;
        }
      }
      if (groups < SCHOOLS) {
        throw new IllegalStateException("only " + groups + " groups");
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  private static double compare(Installation installation) {
    RecurrenceRegister register = installation.get(RecurrenceRegister.class);
    Windows windows = Windows.at(LocalDate.of(2026, 7, 1), SIX_MONTHS);
    long begun = System.nanoTime();
    List<Recurrence> rows =
        Objects.requireNonNull(
            installation
                .get(TransactionTemplate.class)
                .execute(status -> register.compare(windows)));
    if (rows.size() < SCHOOLS) {
      throw new IllegalStateException("only " + rows.size() + " rows");
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
  }
}
