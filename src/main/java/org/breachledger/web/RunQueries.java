package org.breachledger.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of the jobs as their manifests tell them. */
final class RunQueries {

  /** What the pages call a run that a person ended; it may go on. */
  static final String STOPPED = "stopped";

  private final JdbcClient jdbc;
  private final Reading reading;

  RunQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** One line of the list of runs; moments are written in Europe/London. */
  record Run(
      long id,
      String job,
      String businessDate,
      int edition,
      String status,
      String message,
      String started,
      String finished,
      String took) {

    /** The business date in words. */
    public String businessDay() {
      return Shown.businessDate(businessDate);
    }
  }

  /** One file a run took in. */
  record Input(long importId, String sha256) {}

  /** One count of a run. */
  record Count(String name, String number) {}

  /** A whole manifest. */
  record Manifest(
      Run run,
      String asOf,
      String policy,
      String policyVersion,
      List<Count> counts,
      List<Input> inputs) {}

  /** The newest runs, the newest first. */
  List<Run> newest(int limit) {
    return reading.read(
        () ->
            jdbc.sql(
                    "select * from job_manifest order by started_at desc, manifest_id desc limit ?")
                .param(limit)
                .query(RunQueries::run)
                .list());
  }

  /** The manifest of that number; empty where the trust has none. */
  Optional<Manifest> find(long id) {
    return reading.read(
        () ->
            jdbc.sql("select * from job_manifest where manifest_id = ?")
                .param(id)
                .query((row, number) -> manifest(row, counts(id), inputs(id)))
                .optional());
  }

  private List<Count> counts(long id) {
    return jdbc.sql(
            """
            select key, value from job_manifest, jsonb_each_text(counts)
             where manifest_id = ? order by key
            """)
        .param(id)
        .query((row, number) -> new Count(inWords(row.getString(1)), row.getString(2)))
        .list();
  }

  private List<Input> inputs(long id) {
    return jdbc.sql(
            """
            select (input ->> 'importId')::bigint, coalesce(input ->> 'sha256', '')
              from job_manifest, jsonb_array_elements(inputs) as input
             where manifest_id = ? and jsonb_exists(input, 'importId') order by 1
            """)
        .param(id)
        .query((row, number) -> new Input(row.getLong(1), row.getString(2)))
        .list();
  }

  private static Manifest manifest(ResultSet row, List<Count> counts, List<Input> inputs)
      throws SQLException {
    return new Manifest(
        run(row, 0),
        Shown.moment(row.getTimestamp("as_of")),
        row.getString("policy"),
        row.getString("policy_version"),
        counts,
        inputs);
  }

  static Run run(ResultSet row, int number) throws SQLException {
    String message = Optional.ofNullable(row.getString("message")).orElse("");
    return new Run(
        row.getLong("manifest_id"),
        row.getString("job"),
        row.getString("business_key"),
        row.getInt("edition"),
        message.startsWith(JobsQueries.BY_PERSON) ? STOPPED : row.getString("status"),
        message,
        Shown.moment(row.getTimestamp("started_at")),
        Shown.moment(row.getTimestamp("finished_at")),
        Shown.took(row.getTimestamp("started_at"), row.getTimestamp("finished_at")));
  }

  /** {@code rowsRead} and {@code rows_read} both read as "Rows read". */
  static String inWords(String name) {
    String words =
        name.replaceAll("([a-z])([A-Z])", "$1 $2")
            .replaceAll("[_.-]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
