package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;

/**
 * Gives rows on that follow each other under one reference and say the same but for some fields of
 * text as what they are: one incident, each row with the texts of all of them. So none is lost, and
 * the same rows sent again change nothing.
 */
final class JoinedRows implements RowSink {

  private static final int MOST = 1_000;

  private final Set<Field> joined;
  private final RowSink sink;
  private final List<ReadRow> waiting = new ArrayList<>();

  /**
   * Rows on their way.
   *
   * @param joined the fields of text that add up; empty gives every row on as it is
   */
  JoinedRows(Set<Field> joined, RowSink sink) {
    this.joined = joined;
    this.sink = sink;
  }

  @Override
  public void take(ReadRow row) {
    if (joined.isEmpty()) {
      sink.take(row);
      return;
    }
    boolean same =
        !waiting.isEmpty()
            && waiting.size() < MOST
            && waiting.get(0).outcome() instanceof Outcome.Taken first
            && row.outcome() instanceof Outcome.Taken next
            && next.facts().find(Field.REFERENCE).isPresent()
            && rest(first).equals(rest(next));
    if (!same) {
      finish();
    }
    waiting.add(row);
  }

  private Map<Field, Value> rest(Outcome.Taken taken) {
    Map<Field, Value> rest = new EnumMap<>(Field.class);
    rest.putAll(taken.facts().values());
    rest.keySet().removeAll(joined);
    return rest;
  }

  /** Gives the rows on that are still kept. */
  void finish() {
    if (waiting.size() == 1) {
      sink.take(waiting.get(0));
    } else {
      Map<Field, Set<String>> texts = new EnumMap<>(Field.class);
      Map<String, Set<String>> extras = new LinkedHashMap<>();
      waiting.forEach(row -> collect((Outcome.Taken) row.outcome(), texts, extras));
      waiting.forEach(row -> sink.take(joined(row, texts, extras)));
    }
    waiting.clear();
  }

  private void collect(
      Outcome.Taken taken, Map<Field, Set<String>> texts, Map<String, Set<String>> extras) {
    for (Field field : joined) {
      taken
          .facts()
          .findText(field)
          .ifPresent(text -> texts.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(text));
    }
    taken
        .extra()
        .forEach(
            (heading, text) ->
                extras.computeIfAbsent(heading, key -> new LinkedHashSet<>()).add(text));
  }

  private static ReadRow joined(
      ReadRow row, Map<Field, Set<String>> texts, Map<String, Set<String>> extras) {
    Outcome.Taken taken = (Outcome.Taken) row.outcome();
    Facts facts = taken.facts();
    for (Map.Entry<Field, Set<String>> text : texts.entrySet()) {
      facts = facts.with(text.getKey(), new Text(String.join("; ", text.getValue())));
    }
    Map<String, String> extra = new LinkedHashMap<>();
    extras.forEach((heading, all) -> extra.put(heading, String.join("; ", all)));
    return new ReadRow(
        row.sheet(), row.sheetName(), row.row(), new Outcome.Taken(facts, taken.gaps(), extra));
  }
}
