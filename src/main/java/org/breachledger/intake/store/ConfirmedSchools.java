package org.breachledger.intake.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.SchoolList.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Confirms the schools of the DPO's list, and brings to each what came in under one of its other
 * names or its URN before the list said so. A name that has a row of its own stays a school.
 */
public final class ConfirmedSchools {

  private static final String OTHERS =
      """
      select school_id, name_key from school where name_key = any (?::text[]) or urn = ?
      order by school_id
      """;

  private static final String SETTLE =
      """
      update incident x set gaps = %s
      from school s
      where s.school_id = x.school_id and s.confirmed
        and x.gaps @> '[{"code":"school-to-confirm"}]'
      """
          .formatted(SchoolMerge.SETTLED.formatted("x.gaps"));

  private final JdbcClient jdbc;
  private final List<Entry> list;
  private final Set<String> names;

  private record Known(int schoolId, String nameKey) {}

  private static final String CONFIRMED =
      "select count(*) from school where confirmed and name_key = any (?::text[])";

  /**
   * Call within a transaction.
   *
   * @param list the DPO's list; may be empty
   */
  public ConfirmedSchools(JdbcClient jdbc, List<Entry> list) {
    this.jdbc = jdbc;
    this.list = List.copyOf(list);
    this.names =
        list.stream().map(entry -> FoldedText.of(entry.name())).collect(Collectors.toSet());
  }

  /**
   * Whether the register knows a school of the list by another name, or not as confirmed: then
   * incidents may change, and the caller must keep imports and jobs away. A school it does not know
   * may just be coming in.
   */
  public boolean changeIncidents() {
    return list.stream().anyMatch(entry -> !others(entry).isEmpty())
        || jdbc.sql(CONFIRMED).param(names.toArray(String[]::new)).query(Integer.class).single()
            < names.size();
  }

  /** Confirms them all and says what was merged. */
  public List<SchoolMerge.Merged> confirm(Instant at) {
    boolean settle = changeIncidents();
    SchoolRegister schools = new SchoolRegister(jdbc);
    SchoolMerge merge = new SchoolMerge(jdbc);
    List<SchoolMerge.Merged> merged = new ArrayList<>();
    for (Entry entry : list) {
      int school = schools.confirm(entry.name(), urn(entry), entry.aliases());
      for (int other : others(entry)) {
        merged.add(merge.merge(other, school, at));
      }
    }
    if (settle) {
      jdbc.sql(SETTLE).update();
    }
    return merged;
  }

  private List<Integer> others(Entry entry) {
    if (entry.aliases().isEmpty() && entry.urn().isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(OTHERS)
        .param(keys(entry.aliases().stream()))
        .param(urn(entry))
        .query(Known.class)
        .list()
        .stream()
        .filter(known -> !names.contains(known.nameKey()))
        .map(Known::schoolId)
        .toList();
  }

  private static String[] keys(Stream<String> texts) {
    return texts.map(FoldedText::of).toArray(String[]::new);
  }

  private static @Nullable String urn(Entry entry) {
    return entry.urn().isEmpty() ? null : entry.urn();
  }
}
