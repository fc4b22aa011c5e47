package org.breachledger.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.incident.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the incidents a stage has to do, in the order of their numbers and a page at a time.
 *
 * <p>Keeps its place by the last number read; an interrupted stage begins again and finds only what
 * is still to do.
 */
public class IncidentReader implements ItemReader<StoredIncident> {

  private static final int PAGE = 1000;

  private static final String SELECT =
      """
      select i.incident_id, i.version, s.name as school, i.reference, i.facts::text as facts,
        i.recorded_facts::text as recorded_facts, i.breach_type, i.sub_type,
        i.category_level, i.read_status, i.read_direction,
        case when i.repeat_of is null then null else coalesce((select coalesce(r.reference,
          'incident ' || r.incident_id) from incident r where r.incident_id = i.repeat_of), '') end
          as repeat_of
      from %s i join school s on s.trust_id = i.trust_id and s.school_id = i.school_id
      order by %s
      """;

  /** The page is cut before anything is joined: what lies behind it is not read. */
  private static final String PAGE_OF =
      """
      (select i.*, %s from incident i where i.trust_id = current_trust() and i.incident_id in (
        select incident_id from (%s) any_of order by incident_id limit %d))
      """;

  /** Each condition is looked for by itself, so that each may have an index of its own. */
  private static final String ONE_OF =
      """
      (select i.incident_id from incident i
        where i.trust_id = current_trust() and i.incident_id > :last and (%s)
        order by i.trust_id, i.incident_id limit %d)
      """;

  /** The transaction that wrote the row as it is: any change of it is by another. */
  private static final String VERSION = "i.xmin::text::bigint as version";

  private static final String SORTED =
      SELECT.formatted(
          "(select i.*, " + VERSION + " from incident i)",
          "s.name, i.day, i.reference_key, i.incident_id");

  /** Which facts of a row are read. */
  private interface FactsOf {
    Facts read(ResultSet row) throws SQLException;
  }

  private final JdbcClient jdbc;
  private final FactsOf factsOf;
  private final String sql;
  private final Deque<StoredIncident> page = new ArrayDeque<>();
  private long last;

  /**
   * Reads the incidents that fulfil any of some conditions.
   *
   * @param conditions SQL over table {@code incident} as {@code i}; a constant of the calling stage
   */
  public IncidentReader(JdbcClient jdbc, String... conditions) {
    this(jdbc, StoredFacts::of, conditions);
  }

  private IncidentReader(JdbcClient jdbc, FactsOf factsOf, String... conditions) {
    this.jdbc = jdbc;
    this.factsOf = factsOf;
    String anyOf =
        Stream.of(conditions)
            .map(condition -> ONE_OF.formatted(condition, PAGE))
            .collect(Collectors.joining(" union "));
    this.sql = SELECT.formatted(PAGE_OF.formatted(VERSION, anyOf, PAGE), "i.incident_id");
  }

  /**
   * Reads them with what sheets and persons tell alone: whoever reads an incident's words anew must
   * not take the former reading for something a column says.
   *
   * @param conditions as for the others
   */
  public static IncidentReader withoutWords(JdbcClient jdbc, String... conditions) {
    return new IncidentReader(jdbc, StoredFacts::withoutWords, conditions);
  }

  /**
   * Visits every incident by school, day and reference: the order of a table for people, whatever
   * order they came in.
   */
  public static void sorted(JdbcClient jdbc, Consumer<StoredIncident> visitor) {
    jdbc.sql(SORTED)
        .withFetchSize(PAGE)
        .query(
            row -> {
              visitor.accept(incident(row, StoredFacts.of(row)));
            });
  }

  @Override
  public @Nullable StoredIncident read() {
    if (page.isEmpty()) {
      page.addAll(
          jdbc.sql(sql)
              .param("last", last)
              .query((row, number) -> incident(row, factsOf.read(row)))
              .list());
    }
    StoredIncident next = page.poll();
    if (next != null) {
      last = next.id();
    }
    return next;
  }

  private static StoredIncident incident(ResultSet row, Facts facts) throws SQLException {
    int level = row.getInt("category_level");
    Integer computed = row.wasNull() ? null : level;
    return new StoredIncident(
        row.getLong("incident_id"),
        row.getLong("version"),
        row.getString("school"),
        row.getString("reference"),
        facts,
        row.getString("breach_type"),
        row.getString("sub_type"),
        row.getString("repeat_of"),
        computed);
  }
}
