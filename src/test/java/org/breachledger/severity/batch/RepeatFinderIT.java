package org.breachledger.severity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.severity.RepeatCandidate;
import org.breachledger.severity.Repeats;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the search finds by looking only near what is new is what the whole register says. */
class RepeatFinderIT {

  private static final List<String> TYPES = List.of("POSTAL", "HARDWARE");
  private static final List<String> COUNTED = List.of("incident", "incident", "near-miss");
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 1500;

  private final TestDatabase database = TestDatabase.fresh();
  private final RepeatFinder finder = new RepeatFinder(database.jdbc());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void findsTheSameAsALookAtEverythingAfterEveryChange() {
    Random random = new Random(20_261_122);
    int[] schools = {school("rowan"), school("larch"), school("")};
    long file = file();
    long repeats = 0;
    for (int round = 0; round < 60; round++) {
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        change(random, schools[random.nextInt(3)], file);
      }
      find();
      Map<Long, Long> found = found();
      assertThat(found).as("round %s", round).isEqualTo(wholeRegister());
      repeats += found.size();
    }
    assertThat(repeats).as("repeats among the rounds").isGreaterThan(1000);
  }

  /** Nobody knows that they were at the same school. */
  @Test
  void thoseWithoutASchoolRepeatNothing() {
    long file = file();
    int nowhere = school("");
    int rowan = school("rowan");
    for (int school : new int[] {nowhere, rowan, nowhere, rowan}) {
      add(FIRST, school, file);
    }
    find();
    assertThat(found()).isEqualTo(wholeRegister()).hasSize(1);
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set stale_score = true, repeat_of = 1 where incident_id = 3")
                .update());
    find();
    assertThat(found()).as("one that was found before").isEqualTo(Map.of(4L, 2L));
  }

  @Test
  @Timeout(60)
  void waitsForAnImportUnderWayAndSeesWhatItBrought() throws Exception {
    Random random = new Random(1);
    int school = school("rowan");
    long file = file();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> importing =
        CompletableFuture.runAsync(
            () ->
                database.inTransaction(
                    () -> {
                      ImportTurn.await(database.jdbc());
                      begun.countDown();
                      untilSomebodyWaits();
                      for (int i = 0; i < 20; i++) {
                        add(random, school, file);
                      }
                      return true;
                    }));
    begun.await();
    find();
    importing.join();
    assertThat(found()).isNotEmpty().isEqualTo(wholeRegister());
  }

  private void untilSomebodyWaits() {
    while (database
            .administrator()
            .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
            .query(Integer.class)
            .single()
        == 0) {
      Thread.onSpinWait();
    }
  }

  private void change(Random random, int school, long file) {
    switch (random.nextInt(6)) {
      case 0 -> one(random, "day = ?", day(random));
      case 1 -> one(random, "counted_as = ?", pick(random, COUNTED));
      case 2 -> one(random, "breach_type = ?", pick(random, TYPES));
      case 3 -> {
        if (random.nextInt(3) == 0) {
          one(random, random.nextBoolean() ? "breach_type = null" : "day = null");
        } else {
          one(random, "school_id = ?", school);
        }
      }
      default -> {
        add(random, school, file);
        add(random, school, file);
      }
    }
  }

  private void one(Random random, String set, Object... value) {
    List<Long> known = database.inTransaction(this::numbers);
    if (known.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(List.of(value));
    values.add(known.get(random.nextInt(known.size())));
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set stale_score = true, %s where incident_id = ?"
                        .formatted(set))
                .params(values)
                .update());
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set repeat_from = (day - interval '12 months')::date")
                .update());
  }

  private void add(LocalDate day, int school, long file) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into incident (school_id, ordinal, day, day_from, type_key, words_key,
                      people_key, counted_as, facts, import_id, sheet, row, first_import_id,
                      breach_type, reference_key, repeat_from)
                    values (?, 1, ?, 'occurred', '', '', '', 'incident', '{}', ?, 1, 1, ?, ?, '', ?)
                    """)
                .params(school, day, file, file, TYPES.get(0), Repeats.from(day))
                .update());
  }

  private void add(Random random, int school, long file) {
    LocalDate day = day(random);
    boolean known = random.nextInt(4) > 0;
    Instant registered = day.plusDays(random.nextInt(2)).atStartOfDay(ZoneOffset.UTC).toInstant();
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into incident (school_id, ordinal, day, day_from, type_key, words_key,
                      people_key, counted_as, facts, import_id, sheet, row, first_import_id,
                      breach_type, registered_at, reference_key, repeat_from)
                    values (?, 1, ?, 'occurred', '', '', '', ?, '{}', ?, 1, 1, ?, ?,
                      case when ? then ?::timestamptz end, ?, ?)
                    """)
                .params(
                    school,
                    day,
                    pick(random, COUNTED),
                    file,
                    file,
                    pick(random, TYPES),
                    known,
                    registered.toString(),
                    Integer.toString(random.nextInt(9)),
                    Repeats.from(day))
                .update());
  }

  /** Days of two years now and then apart by years, and often the same. */
  private static LocalDate day(Random random) {
    return FIRST.plusDays(random.nextInt(DAYS / 15) * 15L);
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private void find() {
    database.inTransaction(finder::find);
    database.inTransaction(
        () -> database.jdbc().sql("update incident set stale_score = false").update());
  }

  private List<Long> numbers() {
    return database
        .jdbc()
        .sql("select incident_id from incident order by 1")
        .query(Long.class)
        .list();
  }

  private Map<Long, Long> found() {
    return database.inTransaction(
        () ->
            new TreeMap<>(
                database
                    .jdbc()
                    .sql("select incident_id, repeat_of from incident where repeat_of is not null")
                    .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2)))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private Map<Long, Long> wholeRegister() {
    List<RepeatCandidate> all =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        """
                        select i.*, s.name_key from incident i join school s using (school_id)
                        where i.breach_type is not null and i.day is not null
                        """)
                    .query(
                        (row, n) ->
                            new RepeatCandidate(
                                row.getLong("incident_id"),
                                row.getString("reference_key"),
                                row.getString("name_key"),
                                row.getString("breach_type"),
                                row.getDate("day").toLocalDate(),
                                Optional.ofNullable(row.getTimestamp("registered_at"))
                                    .map(java.sql.Timestamp::toInstant),
                                row.getString("counted_as").equals("incident")))
                    .list());
    Map<Long, Long> repeats = new TreeMap<>();
    Repeats.find(all).forEach((id, cited) -> repeats.put(id, cited.id()));
    return repeats;
  }

  private int school(String key) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("insert into school (name, name_key) values (?, ?) returning school_id")
                .params(key, key)
                .query(Integer.class)
                .single());
  }

  private long file() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
                    values ('made up', 'none', 0, 'imported', now(), now(), 'none') returning import_id
                    """)
                .query(Long.class)
                .single());
  }
}
