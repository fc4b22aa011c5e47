package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;

/** What is known of one row while it is being read. */
final class RowDraft {

  private final Map<Field, Value> values = new EnumMap<>(Field.class);
  private final List<Notice> gaps = new ArrayList<>();
  private final Set<Field> inDoubt = EnumSet.noneOf(Field.class);
  private final Set<Field> told = EnumSet.noneOf(Field.class);
  private final Map<String, String> extra = new LinkedHashMap<>();

  RowDraft(Facts constants) {
    values.putAll(constants.values());
  }

  /** Takes a value; of two texts that two columns tell of one field neither is lost. */
  void put(Field field, Value value) {
    boolean more = !told.add(field) && value instanceof Text && values.get(field) instanceof Text;
    values.put(field, more ? new Text(text(field).orElse("") + "; " + value.written()) : value);
  }

  /** Names a gap in a field; what was written there is not forgotten but part of the notice. */
  void gap(Field field, Notice notice) {
    inDoubt.add(field);
    gaps.add(notice);
  }

  /** Takes a value back that is not to be believed, and names the gap. */
  void takeBack(Field field, Notice notice) {
    values.remove(field);
    gap(field, notice);
  }

  void extra(String heading, String text) {
    if (!text.isEmpty()) {
      extra.put(heading, text);
    }
  }

  boolean has(Field field) {
    return values.containsKey(field);
  }

  /** Whether the field holds a value or has its gap already. */
  boolean settled(Field field) {
    return has(field) || inDoubt.contains(field);
  }

  Optional<String> text(Field field) {
    return Optional.ofNullable(values.get(field)).map(Value::written);
  }

  Set<Field> fields() {
    return values.keySet();
  }

  List<Notice> gaps() {
    return gaps;
  }

  Outcome.Taken taken() {
    return new Outcome.Taken(new Facts(values), gaps, extra);
  }
}
