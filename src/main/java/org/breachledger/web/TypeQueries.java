package org.breachledger.web;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The incidents whose type a person has to confirm, put together where they were written alike. */
final class TypeQueries {

  /** More than a person goes through at one sitting; the most frequent come first. */
  private static final int MOST = 100;

  private static final String KEY = "md5(type_key || '|' || coalesce(breach_type, ''))";

  private static final String GROUPS =
      """
      select %s as key, min(facts ->> 'reported_type') as words, breach_type as type,
        count(*) as incidents, count(distinct school_id) as schools, min(incident_id) as first
      from incident where needs_review
      group by type_key, breach_type
      order by incidents desc, words nulls last, type
      limit %d
      """
          .formatted(KEY, MOST);

  private final JdbcClient jdbc;
  private final Reading reading;
  private final IncidentQueries incidents;

  TypeQueries(JdbcClient jdbc, Reading reading, IncidentQueries incidents) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.incidents = incidents;
  }

  /**
   * Incidents written alike.
   *
   * @param words the type as one of them was reported; empty where no type was written
   * @param type what the rules suggest, in words
   * @param first one of them, to look at
   */
  record Group(String key, String words, String type, int incidents, int schools, long first) {}

  /** The groups, those with most incidents first. */
  List<Group> groups() {
    return reading.read(
        () ->
            jdbc.sql(GROUPS)
                .query(
                    (row, number) ->
                        new Group(
                            row.getString("key"),
                            Optional.ofNullable(row.getString("words")).orElse(""),
                            incidents.title(row.getString("type")),
                            row.getInt("incidents"),
                            row.getInt("schools"),
                            row.getLong("first")))
                .list());
  }

  /** The incidents of a group now; call within a transaction. */
  List<Long> incidents(String key) {
    return jdbc.sql(
            "select incident_id from incident where needs_review and type_key <> '' and "
                + KEY
                + " = ? order by incident_id")
        .param(key)
        .query(Long.class)
        .list();
  }
}
