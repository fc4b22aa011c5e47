package org.breachledger.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record of {@code src/test/resources/upgrade}, put into a database of layout 26 or of an
 * earlier one, which lacks what came later.
 */
final class EarlierRecord {

  static final Path FOLDER = Path.of("src", "test", "resources", "upgrade");

  /** The original of import 1, as it lay in the archive of then: plain. */
  static final Path ORIGINAL = FOLDER.resolve("log.csv");

  private static final String INSERT =
      """
      insert into %1$s overriding system value
      select * from jsonb_populate_record(null::%1$s, '%2$s');
      """;

  /** The next number follows the last one taken. */
  private static final String COUNTERS =
      """
      select string_agg(format('select setval(%L, max(%I)) from %s having max(%I) is not null;',
        pg_get_serial_sequence(attrelid::regclass::text, attname), attname, attrelid::regclass,
        attname), '')
      from pg_attribute join pg_class c on c.oid = attrelid
      where attidentity <> '' and c.relnamespace = 'public'::regnamespace
      """;

  private static final String TABLES =
      """
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname <> 'flyway_schema_history' order by 1
      """;

  private static final String COLUMNS =
      """
      select attrelid::regclass || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid
      where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
      """;

  private final JdbcClient administrator;

  /** The record in a database whose administrator does what is asked. */
  EarlierRecord(JdbcClient administrator) {
    this.administrator = administrator;
  }

  /** Puts it in, for trust 1; no trigger is asked, as with a restore. */
  void putIn() throws IOException {
    List<String> tables = tables();
    String inserts =
        Files.readAllLines(FOLDER.resolve("layout-26.tsv")).stream()
            .map(line -> line.split("\t", 2))
            .filter(parts -> tables.contains(parts[0]))
            .map(parts -> INSERT.formatted(parts[0], parts[1].replace("'", "''")))
            .collect(Collectors.joining());
    administrator.sql("set session_replication_role = replica; " + inserts).update();
    String counters = administrator.sql(COUNTERS).query(String.class).single();
    administrator
        .sql("do $do$ begin " + counters.replace("select ", "perform ") + " end $do$")
        .update();
  }

  /** Every table with its rows as JSON, without some columns, named as {@link #columns} does. */
  Map<String, List<String>> rows(List<String> without) {
    Map<String, List<String>> rows = new TreeMap<>();
    String all =
        tables().stream()
            .map(table -> rows(table, without))
            .collect(Collectors.joining(" union all "));
    administrator
        .sql(all + " order by 1, 2")
        .query(
            row -> {
              rows.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                  .add(row.getString(2));
            });
    return rows;
  }

  private static String rows(String table, List<String> without) {
    String columns =
        without.stream()
            .filter(column -> column.startsWith(table + "."))
            .map(column -> column.substring(table.length() + 1))
            .collect(Collectors.joining(",", "{", "}"));
    return "select '%1$s', (to_jsonb(t) - '%2$s'::text[])::text from %1$s t"
        .formatted(table, columns);
  }

  /** Every column as table, full stop, column. */
  List<String> columns() {
    return administrator.sql(COLUMNS).query(String.class).list();
  }

  private List<String> tables() {
    return administrator.sql(TABLES).query(String.class).list();
  }
}
