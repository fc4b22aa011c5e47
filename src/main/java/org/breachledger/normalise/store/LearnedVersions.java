package org.breachledger.normalise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.incident.Sha256;
import org.breachledger.normalise.LearnedTypes;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.LearningTrial;
import org.breachledger.normalise.TypeLearning.Learned;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.Typing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions of what was learned from confirmed incidents, and which one is switched on. Call
 * within a transaction.
 */
public final class LearnedVersions {

  private static final String ON =
      """
      (select version from learned_types_switch order by switch_id desc limit 1)
      """;

  private final JdbcClient jdbc;

  /** The versions of the trust at work. */
  public LearnedVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version without its content.
   *
   * @param examples the confirmed incidents it was learned from
   * @param trial how right it proved on them
   * @param wouldChange incidents whose type it would have changed when it was made
   * @param on whether it is switched on
   * @param forgottenAt when its content was taken away; null where it was not
   */
  public record Entry(
      int version,
      Instant madeAt,
      int examples,
      LearningTrial trial,
      int wouldChange,
      String sha256,
      boolean on,
      @Nullable Instant forgottenAt) {}

  /** All versions, the newest first. */
  public List<Entry> list() {
    return jdbc.sql(
            "select *, version is not distinct from %s as is_on from learned_types".formatted(ON)
                + " order by version desc")
        .query(LearnedVersions::entry)
        .list();
  }

  /** The entry of a version; empty where there is none. */
  public Optional<Entry> find(int version) {
    return list().stream().filter(entry -> entry.version() == version).findFirst();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    Timestamp forgotten = row.getTimestamp("forgotten_at");
    return new Entry(
        row.getInt("version"),
        row.getTimestamp("made_at").toInstant(),
        row.getInt("examples"),
        new LearningTrial(
            row.getInt("examples"),
            row.getInt("answered"),
            row.getInt("answered_right"),
            row.getInt("unsure"),
            row.getInt("unsure_answered"),
            row.getInt("unsure_right"),
            row.getInt("agreed"),
            row.getInt("agreed_right")),
        row.getInt("would_change"),
        row.getString("sha256"),
        row.getBoolean("is_on"),
        forgotten == null ? null : forgotten.toInstant());
  }

  /** The version that is switched on; empty where none is. */
  public Optional<LearnedVersion> switchedOn() {
    return jdbc.sql("select version from learned_types_switch order by switch_id desc limit 1")
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .optional()
        .flatMap(version -> version)
        .flatMap(this::load);
  }

  /**
   * A version with its content, to be used; empty where there is none or it was forgotten.
   *
   * @throws IllegalStateException where the content is not what was stored
   */
  public Optional<LearnedVersion> load(int version) {
    return jdbc.sql(
            "select content, sha256 from learned_types where version = ? and content is not null")
        .param(version)
        .query((row, number) -> content(version, row.getBytes(1), row.getString(2)))
        .optional();
  }

  private static LearnedVersion content(int version, byte[] bytes, String sha256) {
    if (!Sha256.of(bytes).equals(sha256)) {
      throw new IllegalStateException(
          "version "
              + version
              + " of the learned types is not as it was stored; switch it off and learn anew");
    }
    return new LearnedVersion(version, LearnedTypes.read(bytes));
  }

  /** Whether the newest version that still has its content is the same. */
  public boolean isNewest(LearnedTypes types) {
    return jdbc.sql(
            "select sha256 from learned_types where content is not null"
                + " order by version desc limit 1")
        .query(String.class)
        .optional()
        .filter(Sha256.of(types.bytes())::equals)
        .isPresent();
  }

  /** The number the next version gets. */
  public int next() {
    return jdbc.sql("select coalesce(max(version), 0) + 1 from learned_types")
        .query(Integer.class)
        .single();
  }

  /** Keeps what was learned as a version that is not switched on. */
  public void add(int version, Learned learned, int wouldChange, Instant at) {
    LearningTrial trial = learned.trial();
    byte[] bytes = learned.types().bytes();
    jdbc.sql(
            """
            insert into learned_types (version, made_at, examples, incident_ids, answered,
              answered_right, unsure, unsure_answered, unsure_right, agreed, agreed_right,
              would_change, sha256, content)
            values (?, ?, ?, ?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            version,
            Timestamp.from(at),
            learned.types().size(),
            array(learned.types().incidents()),
            trial.answered(),
            trial.right(),
            trial.unsure(),
            trial.unsureAnswered(),
            trial.unsureRight(),
            trial.agreed(),
            trial.agreedRight(),
            wouldChange,
            Sha256.of(bytes),
            bytes)
        .update();
  }

  /** How incidents nobody confirmed are typed now: by the rules, and what was learned behind. */
  public Typing inForce(TypeRules rules) {
    return switchedOn()
        .map(version -> Typing.with(rules, version))
        .orElseGet(() -> Typing.byRules(rules));
  }

  /**
   * Switches a version on, or all off.
   *
   * @param version null for none
   */
  public void switchTo(@Nullable Integer version, String by, Instant at) {
    jdbc.sql(
            "insert into learned_types_switch (version, switched_by, switched_at) values (?, ?, ?)")
        .param(version)
        .param(by)
        .param(Timestamp.from(at))
        .update();
  }

  /**
   * Takes the content of every version away that was learned from one of these incidents: an erased
   * incident must not go on teaching. Learn anew afterwards, and assess: where such a version was
   * switched on, none is now.
   *
   * @return the versions that lost their content
   */
  public List<Integer> forget(Collection<Long> incidents, String by, Instant at) {
    Optional<LearnedVersion> on = switchedOn();
    List<Integer> forgotten =
        jdbc.sql(
                """
                update learned_types set content = null, forgotten_at = ?
                where incident_ids && ?::bigint[] and content is not null returning version
                """)
            .params(Timestamp.from(at), array(incidents))
            .query(Integer.class)
            .list();
    if (on.filter(version -> forgotten.contains(version.version())).isPresent()) {
      switchTo(null, by, at);
      jdbc.sql("update incident set stale_type = true where type_confidence <> 'high'").update();
    }
    return forgotten;
  }

  private static String array(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /** Marks incidents to be typed again. */
  public void markStale(Collection<Long> incidents) {
    jdbc.sql("update incident set stale_type = true where incident_id = any (?::bigint[])")
        .param(array(incidents))
        .update();
  }
}
