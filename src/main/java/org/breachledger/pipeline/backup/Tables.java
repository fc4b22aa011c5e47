package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Every table and counter of the record, of all trusts, as text that is the same for the same rows
 * on every server.
 */
final class Tables {

  /** The list of migrations is not part of it: the target makes its own. */
  private static final String LIST =
      """
      select c.relname as name,
             array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0
                     and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns,
             array(select quote_ident(a.attname)
                            || case when a.attcollation <> 0 then ' collate "C"' else '' end
                   from pg_index i
                   cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
                   join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                   where i.indrelid = c.oid and i.indisprimary
                   order by k.place) as key
      from pg_class c
      where c.relkind in ('r', 'p') and not c.relispartition
        and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
      order by c.relname collate "C"
      """;

  private final Connection connection;

  /** The tables behind a connection that no trust's policy holds back. */
  Tables(Connection connection) throws SQLException {
    this.connection = connection;
    for (String setting :
        List.of(
            "row_security = off",
            "timezone = 'UTC'",
            "datestyle = 'ISO, YMD'",
            "intervalstyle = 'iso_8601'",
            "extra_float_digits = 1",
            "bytea_output = 'hex'",
            "search_path = public, pg_catalog")) {
      run("set " + setting);
    }
  }

  /**
   * How a table is read and filled.
   *
   * @param order what puts its rows in order
   */
  record Shape(String name, List<String> columns, String order) {

    Shape {
      columns = List.copyOf(columns);
    }

    private String listed() {
      return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }

    private String table() {
      return "public." + quoted(name);
    }
  }

  /** All tables, by name. */
  List<Shape> list() throws SQLException {
    List<Shape> shapes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LIST)) {
      while (rows.next()) {
        String key = String.join(", ", texts(rows.getArray("key")));
        shapes.add(
            new Shape(
                rows.getString("name"),
                texts(rows.getArray("columns")),
                key.isEmpty() ? "t::text collate \"C\"" : key));
      }
    }
    return shapes;
  }

  /** Writes a table's rows; says how many. */
  long write(Shape shape, OutputStream out) throws SQLException, IOException {
    return copies()
        .copyOut(
            "copy (select %s from %s t order by %s) to stdout"
                .formatted(shape.listed(), shape.table(), shape.order()),
            out);
  }

  /** Takes a table's rows in; says how many. */
  long read(Shape shape, InputStream in) throws SQLException, IOException {
    return copies().copyIn("copy %s (%s) from stdin".formatted(shape.table(), shape.listed()), in);
  }

  /** Takes out what the migrations put in: the backup holds it too. */
  void empty() throws SQLException {
    run("truncate " + list().stream().map(Shape::table).collect(Collectors.joining(", ")));
  }

  /** Where every counter stands. */
  List<Manifest.Sequence> sequences() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'S'"
                    + " and relnamespace = 'public'::regnamespace order by relname collate \"C\"")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    List<Manifest.Sequence> sequences = new ArrayList<>();
    for (String name : names) {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select last_value, is_called from public." + quoted(name))) {
        row.next();
        sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return sequences;
  }

  /** Sets a counter. */
  void set(Manifest.Sequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
      statement.setString(1, "public." + quoted(sequence.name()));
      statement.setLong(2, sequence.last());
      statement.setBoolean(3, sequence.called());
      statement.execute();
    }
  }

  /** Where each trust's audit chain ends. */
  List<Manifest.Head> heads() throws SQLException {
    List<Manifest.Head> heads = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select trust_id, seq, hash from audit_head order by trust_id")) {
      while (rows.next()) {
        heads.add(new Manifest.Head(rows.getInt(1), rows.getLong(2), rows.getString(3)));
      }
    }
    return heads;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
