package org.breachledger.web;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The incidents whose type a person has to confirm, put together where they were written alike. */
final class TypeQueries {

  /** More than a person goes through at one sitting; the most frequent come first. */
  private static final int MOST = 100;

  private static final String KEY =
      "md5(%1$swords_to_review || '|' || coalesce(%1$sbreach_type, ''))";

  /** The same as long as a group has the same incidents, also where as many left as came. */
  private static final String MARK =
      "count(*) || '-' || to_hex(bit_xor(hashint8extended(incident_id, 0)))";

  /**
   * Whose type a person confirmed, and is asked for again because other words were written since:
   * these are looked at one by one, and an answer for many leaves them out.
   */
  private static final String CONFIRMED =
      """
      exists (
        select from (
          select distinct on (incident_id) incident_id, breach_type from type_confirmation
          where trust_id = current_trust() order by incident_id, confirmation_id desc) c
        where c.incident_id = incident_glance.incident_id and c.breach_type is not null)""";

  private static final String GROUPS =
      """
      select %s as key, i.facts ->> 'reported_type' as words, g.breach_type as type,
        g.incidents, g.mark, g.schools, g.first
      from (
        select words_to_review, breach_type, count(*) as incidents, %s as mark,
          count(distinct school_id) as schools, min(incident_id) as first
        from incident_glance where trust_id = current_trust() and needs_review
          and not %s
        group by words_to_review, breach_type
        order by incidents desc, words_to_review = '', words_to_review, breach_type
        limit %d) g
      join incident i on i.trust_id = current_trust() and i.incident_id = g.first
      order by g.incidents desc, g.words_to_review = '', g.words_to_review, g.breach_type
      """
          .formatted(KEY.formatted("g."), MARK, CONFIRMED, MOST);

  private static final String ALIKE =
      " from incident_glance"
          + " where trust_id = current_trust() and needs_review and words_to_review <> '' and not "
          + CONFIRMED
          + " and "
          + KEY.formatted("")
          + " = ?";

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
   * @param mark the same as long as it has the same incidents
   * @param first one of them, to look at
   */
  record Group(
      String key, String words, String type, int incidents, String mark, int schools, long first) {}

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
                            row.getString("mark"),
                            row.getInt("schools"),
                            row.getLong("first")))
                .list());
  }

  /** How many incidents wait whose type a person confirmed of other words. */
  int askedAgain() {
    return reading.read(
        () ->
            jdbc.sql(
                    "select count(*) from incident_glance"
                        + " where trust_id = current_trust() and needs_review and "
                        + CONFIRMED)
                .query(Integer.class)
                .single());
  }

  /** The incidents of a group now; call within a transaction. */
  List<Long> incidents(String key) {
    return jdbc.sql("select incident_id" + ALIKE + " order by incident_id")
        .param(key)
        .query(Long.class)
        .list();
  }

  /** The mark of a group now; call within a transaction. */
  String mark(String key) {
    return jdbc.sql("select coalesce(" + MARK + ", '')" + ALIKE)
        .param(key)
        .query(String.class)
        .single();
  }
}
