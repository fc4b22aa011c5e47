package org.breachledger.reporting.jasper;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a template's table: a field named {@code title} is what the record's method {@code
 * title()} gives; the field {@code row} is the record itself.
 */
public final class RecordRows implements JRRewindableDataSource {

  private final List<?> rows;
  private int at = -1;

  /** The rows in their order. */
  public RecordRows(List<?> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public boolean next() {
    at++;
    return at < rows.size();
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) throws JRException {
    Object row = rows.get(at);
    if (field.getName().equals("row")) {
      return row;
    }
    try {
      return row.getClass().getMethod(field.getName()).invoke(row);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new JRException(
          "a " + row.getClass().getSimpleName() + " has no " + field.getName() + " to print", e);
    }
  }

  @Override
  public void moveFirst() {
    at = -1;
  }
}
