package org.breachledger.intake.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * Logs as a school sends them month by month: last month's rows come again, some changed, some
 * missing, some twice; now and then with fewer columns.
 *
 * <p>Which incident a row speaks of is never in doubt: the type stands in every layout and never
 * changes; a row without a reference has all columns of its identity, and only its number of people
 * changes.
 */
final class RandomLogs {

  private static final List<String> SCHOOLS =
      List.of("Fernbank Primary", "Fernbank", "Elmwood", "Oakfield");
  private static final List<String> PEOPLE = List.of("1", "2", "3", "12", "40");
  private static final List<String> REPORTERS = List.of("", "", "A. Reporter", "B. Reporter");
  private static final List<Set<Field>> LAYOUTS =
      List.of(
          Set.of(
              Field.SCHOOL,
              Field.REFERENCE,
              Field.OCCURRED,
              Field.IDENTIFIED,
              Field.REPORTED_TYPE,
              Field.DESCRIPTION,
              Field.INDIVIDUALS,
              Field.REPORTER),
          Set.of(
              Field.SCHOOL,
              Field.REFERENCE,
              Field.OCCURRED,
              Field.REPORTED_TYPE,
              Field.DESCRIPTION,
              Field.INDIVIDUALS),
          Set.of(
              Field.SCHOOL,
              Field.REFERENCE,
              Field.IDENTIFIED,
              Field.REPORTED_TYPE,
              Field.DESCRIPTION,
              Field.REPORTER),
          Set.of(
              Field.SCHOOL,
              Field.REFERENCE,
              Field.OCCURRED,
              Field.IDENTIFIED,
              Field.REPORTED_TYPE,
              Field.INDIVIDUALS));
  private static final Set<Field> IDENTITY =
      Set.of(Field.OCCURRED, Field.REPORTED_TYPE, Field.DESCRIPTION, Field.INDIVIDUALS);

  /** One incident as the school has it in its log now. */
  private static final class Entry {
    private String school = "";
    private @Nullable String reference;
    private LocalDate day = LocalDate.EPOCH;
    private @Nullable LocalDate identified;
    private String type = "";
    private String words = "";
    private String people = "";
    private String reporter = "";
    private final Map<String, String> extra = new HashMap<>();
  }

  private final Random random;
  private final List<Entry> entries = new ArrayList<>();
  private int files;
  private int words;

  RandomLogs(long seed) {
    this.random = new Random(seed);
  }

  /** The next month's log. */
  UndoLedger.File next() {
    int fresh = random.nextInt(4) + (entries.isEmpty() ? 4 : 0);
    for (int i = 0; i < fresh; i++) {
      entries.add(entry());
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      change(entries.get(random.nextInt(entries.size())));
    }
    Set<Field> layout = LAYOUTS.get(Math.max(0, random.nextInt(7) - 3));
    List<IncomingRow> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (random.nextInt(8) > 0 && (entry.reference != null || layout.containsAll(IDENTITY))) {
        rows.add(row(entry, layout, rows.size() + 2));
      }
      if (entry.reference != null && random.nextInt(20) == 0) {
        change(entry);
        rows.add(row(entry, layout, rows.size() + 2));
      }
    }
    return new UndoLedger.File("log " + ++files, rows);
  }

  /** Sometimes under a number another incident has already, with nothing else in common. */
  private Entry entry() {
    Entry entry = new Entry();
    int nth = entries.size() + 1;
    entry.school = SCHOOLS.get(random.nextInt(SCHOOLS.size()));
    entry.reference = random.nextInt(4) == 0 ? null : "R" + nth;
    if (entry.reference != null && nth > 3 && random.nextInt(8) == 0) {
      Entry other = entries.get(random.nextInt(entries.size()));
      entry.reference = other.reference;
      entry.school = other.school;
    }
    entry.day = LocalDate.of(2025, 7, 1).plusDays(11L * nth);
    entry.identified = random.nextBoolean() ? entry.day.plusDays(1 + nth % 3) : null;
    entry.type = "type " + nth;
    entry.words = "words " + ++words;
    entry.people = PEOPLE.get(random.nextInt(PEOPLE.size()));
    entry.reporter = REPORTERS.get(random.nextInt(REPORTERS.size()));
    return entry;
  }

  private void change(Entry entry) {
    switch (random.nextInt(6)) {
      case 0 -> entry.reporter = REPORTERS.get(random.nextInt(REPORTERS.size()));
      case 1 -> entry.extra.put("Room", "room " + random.nextInt(3));
      case 2 -> entry.extra.put("Shelf", "shelf " + random.nextInt(3));
      case 3 -> entry.words = entry.reference == null ? entry.words : "words " + ++words;
      case 4 ->
          entry.identified =
              entry.reference == null || random.nextBoolean() ? null : entry.day.plusDays(2);
      default -> entry.people = PEOPLE.get(random.nextInt(PEOPLE.size()));
    }
  }

  private IncomingRow row(Entry entry, Set<Field> layout, int place) {
    IncomingRow row =
        UndoIT.row(entry.reference, entry.day.toString(), entry.type, entry.words, entry.people);
    row = UndoIT.at(entry.school, row);
    if (entry.identified != null) {
      row = UndoIT.identified(entry.identified.toString(), row);
    }
    if (!entry.reporter.isEmpty()) {
      row = UndoIT.by(entry.reporter, row);
    }
    row = UndoIT.narrow(layout, row);
    Map<String, String> extra = new HashMap<>(entry.extra);
    extra.keySet().removeAll(random.nextInt(4) == 0 ? Set.of("Room") : new HashSet<>());
    return new IncomingRow(
        1, place, row.outcome(), row.facts(), row.mapped(), row.notices(), extra);
  }
}
