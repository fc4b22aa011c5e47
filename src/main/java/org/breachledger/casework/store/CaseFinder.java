package org.breachledger.casework.store;

import java.util.List;
import org.breachledger.intake.store.SchoolRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds an incident as people name it: by its school and reference. Call within a transaction. */
public final class CaseFinder {

  private final JdbcClient jdbc;
  private final SchoolRegister schools;

  /** Looks in the register of the trust at work. */
  public CaseFinder(JdbcClient jdbc, SchoolRegister schools) {
    this.jdbc = jdbc;
    this.schools = schools;
  }

  /**
   * The incident's number.
   *
   * @param school its URN, name or another name
   * @param reference as written, whatever the case; or {@code #} with its number in the register
   * @throws CaseRefused where there is no such school or incident, or several of this reference
   */
  public long get(String school, String reference) {
    int schoolId =
        schools.find(school).orElseThrow(() -> CaseRefused.unknown(schools.unknown(school)));
    List<Long> found =
        reference.strip().matches("#\\d{1,18}")
            ? numbered(schoolId, Long.parseLong(reference.strip().substring(1)))
            : referenced(schoolId, reference.strip());
    if (found.isEmpty()) {
      throw CaseRefused.unknown("this school has no incident \"" + reference + "\"");
    }
    if (found.size() > 1) {
      throw CaseRefused.unknown(
          "this school has several incidents \""
              + reference
              + "\"; name one by its number: "
              + String.join(", ", found.stream().map(id -> "#" + id).toList()));
    }
    return found.get(0);
  }

  private List<Long> numbered(int schoolId, long id) {
    return jdbc.sql("select incident_id from incident where school_id = ? and incident_id = ?")
        .params(schoolId, id)
        .query(Long.class)
        .list();
  }

  private List<Long> referenced(int schoolId, String reference) {
    return jdbc.sql(
            "select incident_id from incident_glance where school_id = ? and reference_folded = lower(?)"
                + " order by incident_id")
        .params(schoolId, reference)
        .query(Long.class)
        .list();
  }
}
