package org.breachledger.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;

/** How the pages name the fields of a record, and how they write what stands in them. */
final class FieldWords {

  private static final Pattern PART =
      Pattern.compile("\\s*(?<field>[a-z_]+)(?<part>(?: \\([a-z-]+\\))?)\\s*");

  private static final Map<Field, String> ODD =
      Map.ofEntries(
          Map.entry(Field.SCHOOL_URN, "School URN"),
          Map.entry(Field.AWARE, "Aware of the breach"),
          Map.entry(Field.REPORTED, "Reported to the DPO"),
          Map.entry(Field.REGISTERED, "Number allocated"),
          Map.entry(Field.REPORTED_TYPE, "Type as reported"),
          Map.entry(Field.INDIVIDUALS, "People affected"),
          Map.entry(Field.DATA_KINDS, "Kinds of data"),
          Map.entry(Field.NEAR_MISS, "Near miss"),
          Map.entry(Field.SPECIAL_KINDS, "Kinds of special category data"),
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

  /**
   * The same for what a column feeds: a code, or several joined by {@code ;}, each perhaps with a
   * part of it, as in {@code occurred (time)}. What is none of ours stays as it is.
   */
  static String title(String codes) {
    return Arrays.stream(codes.split(";")).map(FieldWords::one).collect(Collectors.joining(" / "));
  }

  private static String one(String code) {
    Matcher part = PART.matcher(code);
    return part.matches()
        ? Field.find(part.group("field"))
            .map(field -> title(field) + part.group("part"))
            .orElse(code)
        : code;
  }

  /** The fields in what a column feeds; empty where it names none of ours. */
  static Set<Field> fields(String codes) {
    return Arrays.stream(codes.split(";"))
        .map(PART::matcher)
        .filter(Matcher::matches)
        .flatMap(part -> Field.find(part.group("field")).stream())
        .collect(Collectors.toSet());
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
