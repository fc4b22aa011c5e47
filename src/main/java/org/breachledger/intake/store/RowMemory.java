package org.breachledger.intake.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.breachledger.incident.Field;
import org.breachledger.intake.RowPrint;
import org.breachledger.intake.store.RowShapes.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Remembers rows whose incidents still stand as they left them, by the prints they were read under.
 * Such a row, sent again, would be found unchanged; whatever is changed, undone, redacted or
 * destroyed of its incident takes its print away.
 */
final class RowMemory {

  /** A row's name finds its school by these, whichever of them it is. */
  private static final String SCHOOLS =
      """
      select md5(concat(
        (select string_agg(concat_ws(',', school_id, name_key, coalesce(urn, '-'), confirmed), ';'
          order by school_id) from school where first_import_id is distinct from ?),
        '|', (select string_agg(concat_ws(',', school_id, alias_key), ';' order by alias_key)
          from school_alias)))
      """;

  /** What lay after their day may have happened since; what lies after this day has not. */
  private static final String STANDING =
      """
      select import_id from import_file
      where status = 'imported' and read_by = ?
        and (as_of at time zone 'Europe/London')::date <= ?
        and exists (select from row_print)
      """;

  private static final String FIND =
      """
      select print, incident_id, import_id, shape from row_print
      where trust_id = current_trust() and print = any (?)
      """;

  /** A reference of several incidents is decided by what a row says. */
  private static final String DOUBTS =
      """
      create temp table doubted on commit drop as
      with several as (
        select school_id, reference_folded, identity_key, ordinal from found where pass > 1),
      shared as (
        select a.seq from again a join found f on f.seq = a.seq
        join incident_glance g on g.trust_id = current_trust() and g.school_id = f.school_id
          and g.reference_folded = f.reference_folded and g.incident_id <> a.incident_id)
      select a.seq, a.sheet, a.row
      from again a
      left join found f on f.seq = a.seq
      left join row_print p on p.trust_id = current_trust() and p.incident_id = a.incident_id
      where f.seq is null or f.ordinal <> p.ordinal or f.pass > 1
        or (f.school_id, coalesce(f.reference_folded, ''), coalesce(f.identity_key, ''), f.ordinal)
          in (select school_id, coalesce(reference_folded, ''), coalesce(identity_key, ''), ordinal
            from several)
        or a.seq in (select seq from shared)
      """;

  /** Not known to be empty nearly always, notices would have {@link #KEEP} planned for few rows. */
  private static final String COUNT_FOUND =
      "analyze found (pass, incident_id, school_id, reference_folded, notices)";

  /** What several rows of a file spoke of is known by none of them. */
  private static final String FORGET =
      """
      delete from row_print p using found f
      where p.trust_id = current_trust() and f.pass > 1 and p.incident_id = f.incident_id
      """;

  /** Only what was read in full, without a notice; a URN nobody has may be a new school's later. */
  private static final String KEEP =
      """
      insert into row_print (incident_id, print, import_id, shape, ordinal, day, identity_key)
      select f.incident_id, i.print, ?, f.shape, f.ordinal, f.day, f.identity_key
      from found f
      join incoming i on i.seq = f.seq
      join school s on s.school_id = f.school_id
      where i.print is not null and f.incident_id is not null and f.notices = '[]'
        and (i.urn is null or i.urn = s.urn)
        and not exists (select from found o where o.pass > 1 and o.incident_id = f.incident_id)
        and not exists (select from incident_glance g where g.trust_id = current_trust()
          and g.school_id = f.school_id and g.reference_folded = f.reference_folded
          and g.incident_id <> f.incident_id)
      order by f.incident_id
      on conflict (trust_id, incident_id) do update set print = excluded.print,
        import_id = excluded.import_id, shape = excluded.shape, ordinal = excluded.ordinal,
        day = excluded.day, identity_key = excluded.identity_key
      """;

  private static final int PAGE = 500;
  private static final long NONE = -1;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final String readBy;
  private final String schools;
  private final Set<Long> standing;
  private final Map<List<Long>, Shape> shapes = new HashMap<>();

  /**
   * The rows remembered of imports that were read as this one is.
   *
   * @param readBy the tables, the program and the learned types
   * @param today the London day of the import's as-of
   */
  RowMemory(DataSource dataSource, JdbcClient jdbc, String readBy, LocalDate today) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.readBy = readBy;
    this.schools = schools(NONE);
    this.standing =
        new HashSet<>(
            jdbc.sql(STANDING)
                .params(readBy + " " + schools, Date.valueOf(today))
                .query(Long.class)
                .list());
  }

  /** The schools, without those an import brought. */
  private String schools(long importId) {
    return jdbc.sql(SCHOOLS).param(importId).query(String.class).single();
  }

  /**
   * What a remembered row became.
   *
   * @param shape what it spoke of
   */
  record Remembered(long incidentId, Shape shape) {}

  /** Whether no row can be remembered. */
  boolean empty() {
    return standing.isEmpty();
  }

  /** The connection of the transaction, for work on other threads. */
  Connection connection() {
    return DataSourceUtils.getConnection(dataSource);
  }

  /** Those of these rows that are remembered; where equal rows became two incidents, neither. */
  Map<UUID, Remembered> find(Connection connection, List<RowPrint> rows) throws SQLException {
    Map<UUID, @Nullable Remembered> found = new HashMap<>();
    Array prints = connection.createArrayOf("uuid", rows.stream().map(RowPrint::print).toArray());
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, prints);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          UUID print = row.getObject(1, UUID.class);
          boolean once = !found.containsKey(print) && standing.contains(row.getLong(3));
          found.put(
              print,
              once
                  ? new Remembered(
                      row.getLong(2), shape(connection, row.getLong(3), row.getLong(4)))
                  : null);
        }
      }
    }
    found.values().removeIf(Objects::isNull);
    return found;
  }

  private Shape shape(Connection connection, long importId, long number) throws SQLException {
    List<Long> place = List.of(importId, number);
    Shape known = shapes.get(place);
    if (known != null) {
      return known;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select fields, reporter, extra from row_shape where import_id = ? and shape = ?")) {
      statement.setLong(1, importId);
      statement.setLong(2, number);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("import " + importId + " has no row shape " + number);
        }
        Shape shape =
            new Shape(
                texts(row, 1).stream()
                    .map(code -> Field.find(code).orElseThrow())
                    .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean(2),
                Set.copyOf(texts(row, 3)));
        shapes.put(place, shape);
        return shape;
      }
    }
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /**
   * Names the rows that must be read after all, and forgets they were known: beside others of the
   * file they mean something else. Schools stay as they are meanwhile: the import has its turn.
   */
  DoubtedRows doubts() {
    jdbc.sql(DOUBTS).update();
    DoubtedRows doubts = new DoubtedRows();
    jdbc.sql("select seq, sheet, row from doubted")
        .withFetchSize(PAGE)
        .query(
            (RowCallbackHandler)
                row -> doubts.add(row.getInt("seq"), row.getInt("sheet"), row.getInt("row")));
    jdbc.sql("delete from again a using doubted d where d.seq = a.seq").update();
    jdbc.sql("drop table doubted").update();
    return doubts;
  }

  /**
   * Remembers the rows of an import that was taken; where somebody changed the schools meanwhile
   * nobody can say by which a row found its own, and they are read again.
   *
   * @return how many were not remembered so before
   */
  int keep(long importId) {
    jdbc.sql(COUNT_FOUND).update();
    jdbc.sql(FORGET).update();
    int kept = jdbc.sql(KEEP).param(importId).update();
    if (schools(importId).equals(schools)) {
      jdbc.sql("update import_file set read_by = ? where import_id = ?")
          .params(readBy + " " + schools(NONE), importId)
          .update();
    }
    return kept;
  }
}
