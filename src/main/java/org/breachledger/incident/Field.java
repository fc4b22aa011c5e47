package org.breachledger.incident;

import static org.breachledger.incident.FieldKind.ANSWER;
import static org.breachledger.incident.FieldKind.CODE;
import static org.breachledger.incident.FieldKind.CODES;
import static org.breachledger.incident.FieldKind.MOMENT;
import static org.breachledger.incident.FieldKind.TEXT;
import static org.breachledger.incident.FieldKind.WHOLE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of an incident record, by the names the tables in {@code jobs/} and the exports use.
 */
public enum Field {
  SCHOOL(TEXT),
  SCHOOL_URN(TEXT),
  REFERENCE(TEXT),
  /** confirmed, potential, near-miss or non-event. */
  STATUS(CODE),
  /** No, where a column asks whether it was a near miss and denies it; a Yes is the status. */
  NEAR_MISS(ANSWER),
  /** own or inbound (received, but meant for someone else). */
  DIRECTION(CODE),
  OCCURRED(MOMENT),
  IDENTIFIED(MOMENT),
  AWARE(MOMENT),
  REPORTED(MOMENT),
  REGISTERED(MOMENT),
  LOCATION(TEXT),
  DESCRIPTION(TEXT),
  REPORTED_TYPE(TEXT),
  INDIVIDUALS(FieldKind.INDIVIDUALS),
  DATA_KINDS(TEXT),
  /** Whether special category data were among them. */
  SPECIAL_CATEGORY(ANSWER),
  /**
   * What the column that asks for special category data names, where it says more than yes or no.
   */
  SPECIAL_KINDS(TEXT),
  /** paper, electronic or hybrid. */
  MEDIUM(CODE),
  ENCRYPTED(ANSWER),
  FACTORS(CODES),
  /** Factors a person added, none among them; set by a correction of the score. */
  FACTORS_ADDED(CODES),
  /** Factors a person ruled out, whatever gives them; set by a correction of the score. */
  FACTORS_RULED_OUT(CODES),
  DECLARED_SCORE(WHOLE),
  /** The Category Level as declared: 0, 1 or 2. */
  DECLARED_LEVEL(WHOLE),
  /** The Category Level a person decided on: 0, 1 or 2. */
  DECIDED_LEVEL(WHOLE),
  /** The incident this one is declared to repeat, or a bare yes. */
  DECLARED_REPEAT(TEXT),
  RISK_PHYSICAL(ANSWER),
  RISK_EMOTIONAL(ANSWER),
  RISK_IDENTITY(ANSWER),
  RISK_FINANCIAL(ANSWER),
  RISK_BUSINESS(ANSWER),
  RISK_WIDER(ANSWER),
  RISK_REPUTATION(ANSWER),
  RISK_LEGAL(ANSWER),
  RISK_PUBLIC_DOMAIN(ANSWER),
  RISK_MEDIA(ANSWER),
  ICO_COMPLAINT(ANSWER),
  PRELIMINARY_INVESTIGATION(MOMENT),
  FORM_A_RECEIVED(MOMENT),
  FORM_A_SIGNED_DATA_LEAD(ANSWER),
  FORM_A_SIGNED_HEAD(ANSWER),
  CONTAINMENT(TEXT),
  ADVICE(TEXT),
  EARLY_NOTIFIED(TEXT),
  VULNERABILITY_NOTE(TEXT),
  POLICIES_BREACHED(TEXT),
  STAKEHOLDERS(TEXT),
  EXPECTED_OUTCOMES(TEXT),
  /** notify or not-notify. */
  ICO_DECISION(CODE),
  ICO_DECIDED(MOMENT),
  ICO_DECIDED_BY(TEXT),
  ICO_DECISION_REASON(TEXT),
  ICO_NOTIFIED(MOMENT),
  ICO_DELAY_REASON(TEXT),
  HEAD_TOLD(MOMENT),
  GOVERNORS_TOLD(MOMENT),
  INDIVIDUALS_TOLD(MOMENT),
  /** protected, risk-removed or disproportionate [004 9.3.2]. */
  NOT_TOLD_GROUND(CODE),
  NOT_TOLD_DOCUMENTED(MOMENT),
  POLICE_TOLD(MOMENT),
  OTHER_BODIES(TEXT),
  FORM_B_REQUESTED(MOMENT),
  FORM_B_RECEIVED(MOMENT),
  ROOT_CAUSE(TEXT),
  FINDINGS(TEXT),
  LESSONS(TEXT),
  ACTIONS(TEXT),
  ACTION_OWNER(TEXT),
  ACTION_DUE(MOMENT),
  ACTION_DONE(MOMENT),
  OUTCOME_REPORT(MOMENT),
  COUNCIL_CONSEQUENCES(ANSWER),
  CALDICOTT(ANSWER),
  /** open or closed: the state of the case, not the status of the incident. */
  CASE_STATE(CODE),
  CLOSED(MOMENT),
  /** incident, near-miss or non-event [004 6.7.2]. */
  CLOSURE_FINDING(CODE),
  CLOSURE_LESSON(TEXT),
  /** When a person last opened a closed case again. */
  REOPENED(MOMENT),
  RE_EVALUATED(MOMENT),
  /** Who reported it; may be anonymous, is stored apart and never leaves the store. */
  REPORTER(TEXT);

  private static final Map<String, Field> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Field::code, Function.identity()));

  private final FieldKind kind;
  private final String code = name().toLowerCase(Locale.ROOT);

  Field(FieldKind kind) {
    this.kind = kind;
  }

  /** What sort of value this field holds. */
  public FieldKind kind() {
    return kind;
  }

  /** The field's name in tables and exports, such as {@code form_a_received}. */
  public String code() {
    return code;
  }

  /** The field of that name; empty where there is none. */
  public static Optional<Field> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
