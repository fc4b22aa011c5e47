package org.breachledger.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The mark that stands where a person's words were taken out of an incident that stays. */
public final class Redacted {

  /** The mark; the database writes the same. */
  public static final String MARK = "[redacted]";

  /** What the register is ordered by stays: whose incident it is and what it is called. */
  private static final List<Field> STAY =
      List.of(Field.SCHOOL, Field.SCHOOL_URN, Field.REFERENCE, Field.REPORTER);

  private Redacted() {}

  /** The fields that hold free text, by their codes. The reporter is never among the facts. */
  public static List<String> texts() {
    return Arrays.stream(Field.values())
        .filter(field -> field.kind() == FieldKind.TEXT && !STAY.contains(field))
        .map(Field::code)
        .toList();
  }

  /** What a person wrote in a field; empty where nobody did, and where it was redacted. */
  public static Optional<String> told(Facts facts, Field field) {
    return facts.findText(field).filter(text -> !text.equals(MARK));
  }
}
