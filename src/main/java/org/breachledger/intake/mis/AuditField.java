package org.breachledger.intake.mis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of an access log may hold, by the names its profiles use. */
enum AuditField {
  /** When it happened. */
  WHEN,
  /** Who did it: the name or address a person signs in with. */
  ACCOUNT,
  /** The network address it was done from. */
  ADDRESS,
  /** The part of the system, or the kind of line. */
  KIND,
  /** What was done. */
  WHAT,
  /** How it ended. */
  OUTCOME,
  /** How many records it concerned; a cell without a number says nothing here. */
  RECORDS,
  /** The school. */
  SCHOOL;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AuditField> find(String code) {
    return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
  }

  static String codes() {
    return Arrays.stream(values()).map(AuditField::code).collect(Collectors.joining(", "));
  }
}
