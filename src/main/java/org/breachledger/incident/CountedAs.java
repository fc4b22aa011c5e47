package org.breachledger.incident;

/**
 * As what a record counts: near misses are counted apart, since more reporting of them is good;
 * non-events and information received by mistake are not this school's own incidents [004 2.4,
 * 6.7.2].
 */
public enum CountedAs {
  INCIDENT("incident"),
  NEAR_MISS("near-miss"),
  NON_EVENT("non-event"),
  INBOUND("inbound");

  private final String code;

  CountedAs(String code) {
    this.code = code;
  }

  /** The word used in the store and in tables. */
  public String code() {
    return code;
  }

  /** Whether it is Category Level 0: a near miss, or mistakenly reported [004 6.7.2]. */
  public boolean isZero() {
    return this == NEAR_MISS || this == NON_EVENT;
  }

  /**
   * As what these facts count: the finding at closure where there is one, until then the reported
   * status; a record without either is an incident.
   */
  public static CountedAs of(Facts facts) {
    String word =
        facts
            .findText(Field.CLOSURE_FINDING)
            .or(() -> facts.findText(Field.STATUS))
            .orElse(INCIDENT.code);
    if (word.equals(NON_EVENT.code)) {
      return NON_EVENT;
    }
    if (facts.is(Field.DIRECTION, INBOUND.code)) {
      return INBOUND;
    }
    return word.equals(NEAR_MISS.code) ? NEAR_MISS : INCIDENT;
  }
}
