package org.breachledger.alerting.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.breachledger.alerting.DeliveryPlan;
import org.breachledger.incident.FoldedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The confirmed schools by their names, other names and numbers, read once. */
final class KnownSchools implements DeliveryPlan.Schools {

  private static final String NAMES =
      """
      select s.school_id, s.name from school s where s.confirmed
      union all
      select s.school_id, s.urn from school s where s.confirmed and s.urn is not null
      union all
      select a.school_id, a.alias_key from school_alias a
      join school s on s.school_id = a.school_id where s.confirmed
      """;

  private final Map<Integer, Set<String>> names = new HashMap<>();

  KnownSchools(JdbcClient jdbc) {
    jdbc.sql(NAMES)
        .query(
            row -> {
              names
                  .computeIfAbsent(row.getInt(1), school -> new HashSet<>())
                  .add(FoldedText.of(row.getString(2)));
            });
  }

  @Override
  public boolean is(int schoolId, String written) {
    return names.getOrDefault(schoolId, Set.of()).contains(FoldedText.of(written));
  }
}
