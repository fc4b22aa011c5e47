package org.breachledger.intake.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.incident.Field;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the rows of one import spoke of, each combination once: the fields a row could change,
 * whether it named a reporter, and the columns without a field it had a word in.
 *
 * <p>With the facts an incident has, this tells what a row that changed nothing said: so an earlier
 * import can be undone as if it had never been.
 */
final class RowShapes {

  /** What a row spoke of. */
  record Shape(Set<Field> fields, boolean reporter, Set<String> extra) {}

  private final Map<Shape, Integer> numbers = new HashMap<>();

  /** The number of a row's shape within its import, from 1. */
  int number(IncomingRow row) {
    return number(new Shape(row.mapped(), row.text(Field.REPORTER) != null, row.extra().keySet()));
  }

  /** The number of a shape within this import. */
  int number(Shape shape) {
    Integer known = numbers.get(shape);
    if (known != null) {
      return known;
    }
    numbers.put(shape, numbers.size() + 1);
    return numbers.size();
  }

  /** Puts the shapes on record for an import. */
  void keep(JdbcClient jdbc, long importId) {
    numbers.forEach(
        (shape, number) ->
            jdbc.sql(
                    "insert into row_shape (import_id, shape, fields, reporter, extra)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                    importId,
                    number,
                    shape.fields().stream().map(Field::code).sorted().toArray(String[]::new),
                    shape.reporter(),
                    texts(shape.extra()))
                .update());
  }

  private static String[] texts(Collection<String> texts) {
    return new TreeSet<>(texts).toArray(String[]::new);
  }
}
