package org.breachledger.reporting.jasper;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a template's table: a field named {@code title} is what the record's method {@code
 * title()} gives; the field {@code row} is the record itself, {@code last} says whether it is the
 * last one, and rows with the same number {@code together} belong on one page: the last two, so
 * that none stands alone on a page's top.
 */
public final class RecordRows implements JRRewindableDataSource {

  private static final int TAIL = 2;

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
    return switch (field.getName()) {
      case "row" -> row;
      case "last" -> at == rows.size() - 1;
      case "together" -> Math.min(at, Math.max(0, rows.size() - TAIL));
      default -> said(row, field.getName());
    };
  }

  private static @Nullable Object said(Object row, String name) throws JRException {
    try {
      return row.getClass().getMethod(name).invoke(row);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new JRException(
          "a " + row.getClass().getSimpleName() + " has no " + name + " to print", e);
    }
  }

  @Override
  public void moveFirst() {
    at = -1;
  }
}
