package org.breachledger.pipeline.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.normalise.Typing;
import org.breachledger.policy.store.KeptTables;
import org.breachledger.recurrence.Comparison;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.breachledger.reporting.store.KeptComparison;
import org.breachledger.severity.RepeatCandidate;
import org.breachledger.severity.Repeats;
import org.breachledger.severity.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays an old comparison: the record as it stood when the run began, typed, scored and compared
 * again under the profile and the tables then in force, beside what the run kept [002].
 *
 * <p>Changes nothing.
 */
public final class Replay {

  private static final List<String> INCIDENT_COLUMNS =
      List.of(
          "reference",
          "school",
          "breach_type",
          "sub_type",
          "type_confidence",
          "counted_as",
          "score",
          "category_level",
          "label",
          "repeat_of");

  private static final List<String> RECURRENCE_COLUMNS =
      List.of(
          "school",
          "breach_type",
          "sub_type",
          "window_start",
          "window_middle",
          "window_end",
          "previous",
          "current",
          "verdict",
          "evidence",
          "kept_previous",
          "kept_current",
          "kept_verdict");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /** Reads within one transaction. */
  public Replay(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Why a run cannot be replayed, in a sentence for the person who asked. */
  public static final class NotToBeReplayed extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    NotToBeReplayed(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    /** What to tell who asked. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * What came out.
   *
   * @param number the run's number
   * @param run its job, anchor and edition
   * @param policy title and version of the profile then in force
   * @param rows how many rows the comparison has
   * @param differences each row that does not come out as kept
   * @param missing incidents then on record that were taken away or merged since
   */
  public record Outcome(
      long number, String run, String policy, int rows, List<String> differences, int missing) {

    /** Copies the differences. */
    public Outcome {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Replays a run into {@code incidents.csv} and {@code recurrence.csv} of a folder.
   *
   * @param id the run's number; null for the newest with a comparison
   * @throws NotToBeReplayed where there is no such run or it kept no comparison
   */
  public Outcome run(@Nullable Long id, Path folder) throws NotToBeReplayed {
    ComparedRun run =
        read(() -> id == null ? ComparedRun.newest(jdbc) : ComparedRun.find(jdbc, id))
            .orElseThrow(() -> unknown(id));
    Integer rulesId = run.rulesId();
    if (rulesId == null) {
      throw new NotToBeReplayed(
          "run " + run.id() + " is older than the keeping of tables and cannot be replayed");
    }
    KeptTables.InForce kept = read(() -> new KeptTables(jdbc).find(rulesId)).orElseThrow();
    PastRules rules = PastRules.of(kept);
    return read(() -> Optional.of(replay(run, rules, folder))).orElseThrow();
  }

  private NotToBeReplayed unknown(@Nullable Long id) {
    List<Long> known =
        read(() ->
                Optional.of(
                    jdbc.sql(
                            "select distinct manifest_id from recurrence_result"
                                + " order by manifest_id desc limit 10")
                        .query(Long.class)
                        .list()))
            .orElseThrow();
    return new NotToBeReplayed(
        "there is no finished run "
            + (id == null ? "" : id + " ")
            + "with a comparison; "
            + (known.isEmpty()
                ? "none was made yet: run half-yearly"
                : "the newest are "
                    + String.join(", ", known.stream().map(String::valueOf).toList())));
  }

  private <T> Optional<T> read(java.util.function.Supplier<Optional<T>> work) {
    Optional<T> found = transactions.execute(status -> work.get());
    return found == null ? Optional.empty() : found;
  }

  private Outcome replay(ComparedRun run, PastRules rules, Path folder) {
    PastRegister past = new PastRegister(jdbc, run.began());
    Typing typing =
        past.learned()
            .map(version -> Typing.with(rules.types(), version))
            .orElseGet(() -> Typing.byRules(rules.types()));
    AsOf asOf = new AsOf(run.asOf());
    PastCounts counts = new PastCounts(run.windows());
    List<RepeatCandidate> candidates = new ArrayList<>();
    Map<Long, String> citations = new HashMap<>();
    past.each(
        incident -> {
          JudgedAgain judged = JudgedAgain.of(incident, typing, asOf.day());
          counts.add(judged);
          judged.candidate().ifPresent(candidates::add);
          citations.put(incident.id(), incident.citation());
        });
    incidents(past, rules, typing, asOf, cited(candidates, citations), folder);
    List<Recurrence> rows =
        new Comparison(run.windows(), rules.typeCodes(), rules.evidence(), rules.calendars())
            .compare(past.schools(run.windows(), counts.schools()), counts.list());
    Map<String, KeptRow> kept = new LinkedHashMap<>();
    KeptComparison.of(jdbc, run.id()).forEach(row -> kept.put(row.key(), row));
    recurrence(rows, kept, folder);
    return new Outcome(
        run.id(),
        run.job() + " " + run.windows().end() + ", edition " + run.edition(),
        rules.policy().title() + " " + rules.policy().version(),
        rows.size(),
        differences(rows, kept),
        past.missing());
  }

  private static Map<Long, String> cited(
      List<RepeatCandidate> candidates, Map<Long, String> citations) {
    Map<Long, String> cited = new HashMap<>();
    Repeats.find(candidates)
        .forEach(
            (id, before) -> cited.put(id, citations.getOrDefault(before.id(), before.reference())));
    return cited;
  }

  private static void incidents(
      PastRegister past,
      PastRules rules,
      Typing typing,
      AsOf asOf,
      Map<Long, String> cited,
      Path folder) {
    try (TableFile out =
        TableFile.create(
            folder.resolve("incidents.csv"), TableFile.Format.CSV, "incidents", INCIDENT_COLUMNS)) {
      past.each(
          incident -> {
            JudgedAgain judged = JudgedAgain.of(incident, typing, asOf.day());
            Severity severity =
                rules
                    .severity()
                    .score(
                        judged.counted().facts(),
                        judged.type().breachType(),
                        Optional.ofNullable(cited.get(incident.id())));
            row(out, judged, severity, cited);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(
      TableFile out, JudgedAgain judged, Severity severity, Map<Long, String> cited) {
    String reference = judged.incident().reference();
    String repeat = cited.get(judged.incident().id());
    write(
        out,
        Arrays.asList(
            reference == null ? null : new Outside(reference),
            new Outside(judged.incident().school()),
            judged.type().breachType(),
            judged.type().subType(),
            judged.type().confidence().name().toLowerCase(Locale.ROOT),
            judged.counted().countedAs().code(),
            severity.score().orElse(null),
            severity.categoryLevel().orElse(null),
            severity.label().orElse(null),
            repeat == null ? null : new Outside(repeat)));
  }

  private static void recurrence(List<Recurrence> rows, Map<String, KeptRow> kept, Path folder) {
    try (TableFile out =
        TableFile.create(
            folder.resolve("recurrence.csv"),
            TableFile.Format.CSV,
            "recurrence",
            RECURRENCE_COLUMNS)) {
      for (Recurrence row : rows) {
        KeptRow before = kept.get(KeptRow.of(row).key());
        write(
            out,
            Arrays.asList(
                row.schoolId() == 0 ? row.school() : new Outside(row.school()),
                row.breachType(),
                row.subType(),
                row.windows().start().toString(),
                row.windows().middle().toString(),
                row.windows().end().toString(),
                row.previous(),
                row.current(),
                row.verdict().name(),
                row.evidence(),
                before == null ? null : before.previous(),
                before == null ? null : before.current(),
                before == null ? null : before.verdict()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(TableFile out, List<? extends @Nullable Object> cells) {
    try {
      out.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> differences(List<Recurrence> rows, Map<String, KeptRow> kept) {
    Map<String, KeptRow> left = new LinkedHashMap<>(kept);
    List<String> differences = new ArrayList<>();
    for (Recurrence row : rows) {
      KeptRow now = KeptRow.of(row);
      KeptRow before = left.remove(now.key());
      if (before == null || !before.agrees(now)) {
        differences.add(
            now.name()
                + ": kept "
                + (before == null ? "nothing" : before.words())
                + "; replayed "
                + now.words());
      }
    }
    left.values()
        .forEach(
            gone -> differences.add(gone.name() + ": kept " + gone.words() + "; replayed nothing"));
    return differences;
  }
}
