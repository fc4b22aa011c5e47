package org.breachledger.intake.store;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * One field of a known incident that a row would change.
 *
 * @param before its canonical text so far; null where it was unknown
 * @param after its canonical text then; null where it would be unknown
 */
public record FieldChange(Field field, @Nullable String before, @Nullable String after) {

  /** What stands for a text that is not shown. */
  public static final String WITHHELD = "(text)";

  /** The texts that say which incident it is and how it was typed; all others are somebody's. */
  private static final Set<Field> SHOWN =
      EnumSet.of(Field.SCHOOL, Field.SCHOOL_URN, Field.REFERENCE, Field.REPORTED_TYPE);

  /** The differences between two sets of canonical texts, in the order of the record. */
  static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
    EnumMap<Field, FieldChange> changes = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String old = before.get(field.code());
      String young = after.get(field.code());
      if (!Objects.equals(old, young)) {
        changes.put(field, new FieldChange(field, old, young));
      }
    }
    return List.copyOf(changes.values());
  }

  /**
   * Whether the content is free text, or names the reporter: then only that it changed is shown.
   */
  public boolean withheld() {
    return field.kind() == FieldKind.TEXT && !SHOWN.contains(field);
  }

  /** The value so far as it may be shown; empty where it was unknown. */
  public Optional<String> shownBefore() {
    return shown(before);
  }

  /** The value then as it may be shown; empty where it would be unknown. */
  public Optional<String> shownAfter() {
    return shown(after);
  }

  private Optional<String> shown(@Nullable String value) {
    return Optional.ofNullable(value).map(text -> withheld() ? WITHHELD : text);
  }

  /** Names the field only: values may name people. */
  @Override
  public String toString() {
    return "FieldChange[" + field.code() + "]";
  }
}
