package org.breachledger.intake.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;

/** Logs as they really come, from few words, so that rows meet each other in every possible way. */
final class RandomRows {

  private static final List<String> SCHOOLS =
      List.of("Fernbank Primary", "fernbank primary", "Quarry Hill", "Nowhere School", "");
  private static final List<String> TYPES = List.of("Email", "Post", "Lost laptop", "");
  private static final List<String> WORDS =
      List.of("Letter sent to the wrong house", "Laptop left on a train", "Register shared", "");
  private static final List<String> PEOPLE = List.of("3", "12", "20..30", "");
  private static final List<String> REPORTERS = List.of("A Canary", "B Canary", "", "", "");
  private static final List<Field> MAYBE =
      List.of(Field.REPORTED_TYPE, Field.DESCRIPTION, Field.INDIVIDUALS, Field.ENCRYPTED);

  private final Random random;
  private final List<IncomingRow> written = new ArrayList<>();

  RandomRows(long seed) {
    random = new Random(seed);
  }

  /** The rows of one file: up to two sheets, each with its own columns. */
  List<IncomingRow> file() {
    List<IncomingRow> rows = new ArrayList<>();
    for (int sheet = 1; sheet <= 1 + random.nextInt(2); sheet++) {
      Set<Field> columns = columns();
      int count = random.nextInt(14);
      for (int row = 2; row < 2 + count; row++) {
        rows.add(random.nextInt(6) == 0 ? again(sheet, row) : row(sheet, row, columns));
      }
    }
    written.addAll(rows);
    return rows;
  }

  /** A row of an earlier file or sheet as it was, as DPOs send last month's rows once more. */
  private IncomingRow again(int sheet, int row) {
    if (written.isEmpty()) {
      return row(sheet, row, columns());
    }
    IncomingRow old = written.get(random.nextInt(written.size()));
    return new IncomingRow(
        sheet, row, old.outcome(), old.facts(), old.mapped(), old.notices(), old.extra());
  }

  private Set<Field> columns() {
    // the order of an EnumSet is the same in every run: one seed, one set of rows
    Set<Field> columns = EnumSet.of(Field.SCHOOL, Field.OCCURRED, Field.REPORTER);
    if (random.nextInt(4) > 0) {
      columns.add(Field.REFERENCE);
    }
    if (random.nextBoolean()) {
      columns.add(Field.IDENTIFIED);
    }
    if (random.nextInt(3) == 0) {
      columns.add(Field.SCHOOL_URN);
    }
    MAYBE.stream().filter(field -> random.nextInt(5) > 0).forEach(columns::add);
    return columns;
  }

  private IncomingRow row(int sheet, int row, Set<Field> columns) {
    int kind = random.nextInt(12);
    if (kind < 2) {
      return new IncomingRow(
          sheet,
          row,
          kind == 0 ? IncomingRow.Read.RETURNED : IncomingRow.Read.SKIPPED,
          Facts.none(),
          Set.of(),
          kind == 0 ? List.of(gap("nothing_usable")) : List.of(),
          Map.of());
    }
    Map<Field, Value> facts = new EnumMap<>(Field.class);
    for (Field field : columns) {
      fill(facts, field);
    }
    return new IncomingRow(
        sheet,
        row,
        IncomingRow.Read.TAKEN,
        new Facts(facts),
        columns,
        random.nextInt(6) == 0 ? List.of(gap("blank")) : List.of(),
        random.nextInt(3) == 0 ? Map.of("Room", "R" + random.nextInt(3)) : Map.of());
  }

  private void fill(Map<Field, Value> facts, Field field) {
    switch (field) {
      case SCHOOL -> text(facts, field, SCHOOLS);
      case SCHOOL_URN -> text(facts, field, List.of("100001", "100002", "100003", ""));
      case REFERENCE -> text(facts, field, List.of("1", "2", "R1", "r1", "R7", ""));
      case REPORTED_TYPE -> text(facts, field, TYPES);
      case DESCRIPTION -> text(facts, field, WORDS);
      case REPORTER -> text(facts, field, REPORTERS);
      case ENCRYPTED -> facts.put(field, Answer.values()[random.nextInt(3)]);
      case INDIVIDUALS -> {
        String people = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (!people.isEmpty()) {
          facts.put(field, Individuals.parse(people));
        }
      }
      default -> {
        if (random.nextInt(5) > 0) {
          facts.put(field, new Moment.OnDay(day()));
        }
      }
    }
  }

  private void text(Map<Field, Value> facts, Field field, List<String> texts) {
    String text = texts.get(random.nextInt(texts.size()));
    if (!text.isEmpty()) {
      facts.put(field, new Text(text));
    }
  }

  /** Three days of June and one of 2062: the year written wrong. */
  private LocalDate day() {
    int day = random.nextInt(7);
    return day == 6 ? LocalDate.of(2062, 6, 1) : LocalDate.of(2026, 6, 1 + day % 3);
  }

  private static Map<String, String> gap(String code) {
    return Map.of("code", code, "column", "Type", "read", "?", "expected", "a word", "toDo", "Do");
  }
}
