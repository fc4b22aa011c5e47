package org.breachledger.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table and the state of every sequence, to show that nothing was touched. */
public final class WholeDatabase {

  private WholeDatabase() {}

  /** All tables and sequences of a database by name, their content as text. */
  public static Map<String, List<String>> of(TestDatabase database) {
    JdbcClient jdbc = database.administrator();
    Map<String, List<String>> whole = new TreeMap<>();
    for (String table : names(jdbc, "r")) {
      whole.put(
          table,
          jdbc.sql("select t::text from public.%s t order by 1".formatted(table))
              .query(String.class)
              .list());
    }
    for (String sequence : names(jdbc, "S")) {
      whole.put(
          sequence,
          jdbc.sql("select last_value || ' ' || is_called from public.%s".formatted(sequence))
              .query(String.class)
              .list());
    }
    return whole;
  }

  private static List<String> names(JdbcClient jdbc, String kind) {
    return jdbc.sql(
            "select quote_ident(relname) from pg_class where relkind = ?::\"char\""
                + " and relnamespace = 'public'::regnamespace order by 1")
        .param(kind)
        .query(String.class)
        .list();
  }
}
