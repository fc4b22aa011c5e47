package org.breachledger.web;

import java.util.Locale;
import java.util.Map;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;

/** How the pages name the fields of a record, and how they write what stands in them. */
final class FieldWords {

  private static final String TIME = " (time)";

  private static final Map<Field, String> ODD =
      Map.ofEntries(
          Map.entry(Field.SCHOOL_URN, "School URN"),
          Map.entry(Field.AWARE, "Aware of the breach"),
          Map.entry(Field.REPORTED, "Reported to the DPO"),
          Map.entry(Field.REGISTERED, "Number allocated"),
          Map.entry(Field.REPORTED_TYPE, "Type as reported"),
          Map.entry(Field.INDIVIDUALS, "People affected"),
          Map.entry(Field.DATA_KINDS, "Kinds of data"),
          Map.entry(Field.DECLARED_LEVEL, "Declared Category Level"),
          Map.entry(Field.DECIDED_LEVEL, "Decided Category Level"),
          Map.entry(Field.DECLARED_REPEAT, "Declared a repeat"),
          Map.entry(Field.CASE_STATE, "Case"),
          Map.entry(Field.RE_EVALUATED, "Re-evaluated"),
          Map.entry(Field.HEAD_TOLD, "Head told"),
          Map.entry(Field.CALDICOTT, "Caldicott Guardian"));

  private FieldWords() {}

  /** A field as a person reads it, such as {@code Form A received}. */
  static String title(Field field) {
    String odd = ODD.get(field);
    if (odd != null) {
      return odd;
    }
    String words =
        field
            .code()
            .replace('_', ' ')
            .replaceAll("\\bico\\b", "ICO")
            .replaceAll("\\bform ([ab])\\b", "Form $1")
            .replace("Form a", "Form A")
            .replace("Form b", "Form B");
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** The same for a code, or for its time apart; the code itself where it is none of ours. */
  static String title(String code) {
    String field = code.endsWith(TIME) ? code.substring(0, code.length() - TIME.length()) : code;
    return Field.find(field)
        .map(found -> title(found) + (field.equals(code) ? "" : TIME))
        .orElse(code);
  }

  /** What stands in a field. */
  static String words(Value value) {
    if (value instanceof Moment moment) {
      return Shown.moment(moment);
    }
    if (value instanceof Answer answer) {
      return answer.written().toLowerCase(Locale.UK);
    }
    return value instanceof Codes codes
        ? String.join(", ", codes.codes())
        : value.written().replace("..", " to ");
  }

  /** What a canonical text stands for. */
  static String words(Field field, String canonical) {
    return words(field.kind().parse(canonical));
  }
}
