package org.breachledger.incident;

/**
 * What one field of an incident record holds. An unknown value is no value: it is absent, never
 * replaced by a default.
 */
public sealed interface Value permits Text, Code, Codes, Whole, Answer, Individuals, Moment {

  /** The value in one canonical line of text; {@link FieldKind#parse} reads it back as it was. */
  String written();
}
