package org.breachledger.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The offices people sign in as, each with its rights. */
public enum Role {
  DPO(
      "Data Protection Officer",
      EnumSet.of(
          Right.RUNS,
          Right.IMPORTS,
          Right.UPLOADS,
          Right.IMPORT_STEPS,
          Right.SCHOOL_LIST,
          Right.INCIDENTS,
          Right.REPORT,
          Right.HEAD_SIGNATURE,
          Right.INCIDENT_TEXT,
          Right.CASE_STEPS,
          Right.ACTION_STEPS,
          Right.ALERTS,
          Right.ALERT_STEPS,
          Right.PACKS,
          Right.SCHOOL_PAPERS,
          Right.BOARD_PAPERS,
          Right.WORKING_PAPERS,
          Right.TRENDS,
          Right.SIGNALS,
          Right.SIGNAL_STEPS)),
  HEAD(
      "Head",
      EnumSet.of(
          Right.OWN_PAPERS,
          Right.OWN_TRENDS,
          Right.OWN_INCIDENTS,
          Right.REPORT,
          Right.HEAD_SIGNATURE,
          Right.ACTION_STEPS)),
  DATA_LEAD(
      "Data lead",
      EnumSet.of(
          Right.OWN_PAPERS,
          Right.OWN_TRENDS,
          Right.OWN_INCIDENTS,
          Right.REPORT,
          Right.ACTION_STEPS)),
  GOVERNOR("Governor", EnumSet.of(Right.OWN_PAPERS, Right.OWN_TRENDS)),
  BOARD(
      "Information Governance Board",
      EnumSet.of(
          Right.ALERTS, Right.PACKS, Right.BOARD_PAPERS, Right.WORKING_PAPERS, Right.TRENDS)),
  ANALYST(
      "ICT security analyst",
      EnumSet.of(
          Right.ALERTS,
          Right.ALERT_STEPS,
          Right.PACKS,
          Right.WORKING_PAPERS,
          Right.TRENDS,
          Right.SIGNALS,
          Right.SIGNAL_STEPS)),
  OPERATOR("Operator", EnumSet.of(Right.RUNS, Right.JOBS, Right.IMPORTS, Right.PEOPLE));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // wrapped unmodifiable in the constructor
  private final Set<Right> rights;

  Role(String title, EnumSet<Right> rights) {
    this.title = title;
    this.rights = Collections.unmodifiableSet(rights);
  }

  /** The word in the store, such as {@code dpo}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word; empty where there is none. */
  public static Optional<Role> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** What the pages call the office. */
  public String title() {
    return title;
  }

  /** Whether the office is one school's, so that its account names that school. */
  public boolean ofOneSchool() {
    return rights.contains(Right.OWN_PAPERS) || rights.contains(Right.OWN_INCIDENTS);
  }

  /** What it may see. */
  public Set<Right> rights() {
    return rights;
  }
}
