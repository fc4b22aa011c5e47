package org.breachledger.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.json.FactsJson;
import org.jspecify.annotations.Nullable;

/** The facts of an incident as every stage after the import reads them. */
public final class StoredFacts {

  private static final String NOTHING = "{}";

  private StoredFacts() {}

  /**
   * What its sheets say, joined with what people recorded.
   *
   * @param facts column {@code facts}
   * @param recorded column {@code recorded_facts}
   */
  public static Facts joined(String facts, String recorded) {
    Facts ofSheets = FactsJson.read(facts);
    return recorded.equals(NOTHING) ? ofSheets : ofSheets.joined(FactsJson.read(recorded));
  }

  /**
   * The same out of a row with the columns {@code facts}, {@code recorded_facts}, {@code
   * read_status} and {@code read_direction}: with what the words say where no column says it.
   */
  public static Facts of(ResultSet row) throws SQLException {
    return told(withoutWords(row), row.getString("read_status"), row.getString("read_direction"));
  }

  /** The same without what the words say. */
  static Facts withoutWords(ResultSet row) throws SQLException {
    return joined(row.getString("facts"), row.getString("recorded_facts"));
  }

  /** Facts with what the words say of status and direction where no column says it. */
  public static Facts told(Facts facts, @Nullable String status, @Nullable String direction) {
    return read(read(facts, Field.STATUS, status), Field.DIRECTION, direction);
  }

  private static Facts read(Facts facts, Field field, @Nullable String code) {
    return code == null || facts.find(field).isPresent()
        ? facts
        : facts.with(field, new Code(code));
  }
}
