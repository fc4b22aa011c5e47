package org.breachledger.keeping.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.YearlyList;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The confirmed lists of the trust at work that wait for destruction. Within a transaction. */
public final class ConfirmedLists {

  private static final String WAITING =
      """
      select list_id, identity, school_id, by_role, confirmed_at from retention_list l
      where not exists (select from destruction_certificate c where c.list_id = l.list_id)
      order by list_id desc
      """;

  private final JdbcClient jdbc;

  /** Reads the lists of the trust at work. */
  public ConfirmedLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A list somebody confirmed.
   *
   * @param schoolId empty for all schools
   * @param items in the order of the incidents' numbers
   */
  public record Confirmed(
      long id,
      String identity,
      Optional<Integer> schoolId,
      String byRole,
      Instant confirmedAt,
      List<ListedIncident> items) {

    /** Copies the incidents. */
    public Confirmed {
      items = List.copyOf(items);
    }

    /** Its first figures, as they are printed and typed. */
    public String name() {
      return identity.substring(0, YearlyList.SHOWN);
    }
  }

  /** The newest list of that name that was not destroyed yet; empty where none waits. */
  public Optional<Confirmed> find(String named) {
    String figures = named.strip().toLowerCase(Locale.ROOT);
    return list().stream()
        .filter(one -> figures.length() >= YearlyList.SHOWN && one.identity().startsWith(figures))
        .findFirst();
  }

  /** All that wait, the newest first. */
  public List<Confirmed> list() {
    return jdbc.sql(WAITING).query((row, number) -> confirmed(row)).list();
  }

  private Confirmed confirmed(ResultSet row) throws SQLException {
    int school = row.getInt("school_id");
    long id = row.getLong("list_id");
    return new Confirmed(
        id,
        row.getString("identity"),
        school == 0 ? Optional.empty() : Optional.of(school),
        row.getString("by_role"),
        row.getTimestamp("confirmed_at").toInstant(),
        items(id));
  }

  private List<ListedIncident> items(long list) {
    return jdbc.sql("select * from retention_list_item where list_id = ? order by incident_id")
        .param(list)
        .query((row, number) -> item(row))
        .list();
  }

  private static ListedIncident item(ResultSet row) throws SQLException {
    return new ListedIncident(
        row.getLong("incident_id"),
        row.getInt("school_id"),
        row.getString("school"),
        row.getString("reference"),
        row.getString("breach_type"),
        Optional.ofNullable(row.getDate("closed_on")).map(Date::toLocalDate),
        row.getDate("due").toLocalDate(),
        row.getString("period"));
  }
}
