package org.breachledger.alerting;

import org.breachledger.incident.Printable;

/**
 * Where a finding was made: one school, or all schools of the trust.
 *
 * @param schoolId the school's number; 0 for all schools
 * @param words what a message calls it
 */
public record Place(int schoolId, String words) {

  /** All schools of the trust together. */
  public static final Place ALL_SCHOOLS = new Place(0, "all schools");

  /** Drops line breaks and control characters: a school's name becomes part of a subject line. */
  public Place {
    words = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** A school the DPO has confirmed, by its name. */
  public static Place school(int schoolId, String name) {
    return new Place(schoolId, name);
  }

  /**
   * A school nobody has confirmed yet, by its number: its name as written in a log may be anything,
   * and a message leaves the system.
   */
  public static Place unconfirmed(int schoolId) {
    return new Place(schoolId, Printable.school("", false, schoolId));
  }

  /** Whether all schools are meant. */
  public boolean all() {
    return schoolId == 0;
  }

  /** The place in a file name: {@code all} or {@code school-7}. */
  public String code() {
    return all() ? "all" : "school-" + schoolId;
  }
}
