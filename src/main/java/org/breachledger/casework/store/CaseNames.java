package org.breachledger.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.breachledger.incident.Printable;

/** What incidents and schools of a reading are called. */
enum CaseNames {
  /** As somebody wrote them: for those who work on cases. */
  AS_WRITTEN,
  /** As papers call them, where nobody may be identified. */
  PRINTED;

  /** The school of a row with {@code school}, {@code confirmed} and {@code school_id}. */
  String school(ResultSet row) throws SQLException {
    return Printable.school(
        row.getString("school"),
        this == AS_WRITTEN || row.getBoolean("confirmed"),
        row.getInt("school_id"));
  }

  /** The reference of a row with {@code reference} and {@code incident_id}. */
  String reference(ResultSet row) throws SQLException {
    String reference = row.getString("reference");
    return this == AS_WRITTEN && reference != null
        ? reference
        : Printable.reference(reference, row.getLong("incident_id"));
  }
}
