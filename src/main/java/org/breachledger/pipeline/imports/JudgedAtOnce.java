package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.batch.DutyColumns;
import org.breachledger.incident.Field;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.intake.store.FirstVerdicts;
import org.breachledger.intake.store.IncomingRow;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.Typing;
import org.breachledger.normalise.batch.TypeColumns;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.pipeline.home.ProgramVersion;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.policy.NotedTables;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityRules;
import org.breachledger.severity.batch.RepeatFinder;
import org.breachledger.severity.batch.ScoredIncident;
import org.breachledger.severity.batch.SeverityColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Types, scores and times incidents nobody knew while they are stored, by the rules in force: what
 * the stages would make of them one after the other, in one go.
 */
public final class JudgedAtOnce implements VerdictsAtOnce {

  /**
   * Which edition of the program's own ways of reading a row this is: raise it with every change
   * that can give the same row other facts, for what was read before is not read again otherwise.
   */
  private static final int READING = 6;

  private final JdbcClient jdbc;
  private final TypeRules types;
  private final SeverityRules severity;
  private final DeadlineRules deadlines;
  private final RulesInForce inForce;
  private final NotedTables reading;
  private final String policy;

  /**
   * Judges by these rules.
   *
   * @param reading the tables logs are read by
   * @param policy the policy and its version
   */
  public JudgedAtOnce(
      JdbcClient jdbc,
      TypeRules types,
      SeverityRules severity,
      DeadlineRules deadlines,
      RulesInForce inForce,
      NotedTables reading,
      String policy) {
    this.jdbc = jdbc;
    this.types = types;
    this.severity = severity;
    this.deadlines = deadlines;
    this.inForce = inForce;
    this.reading = reading;
    this.policy = policy;
  }

  @Override
  public void prepare() {
    inForce.noteBetweenJobs();
  }

  /** Others may have put other rules in force meanwhile: then the assessment judges. */
  @Override
  public @Nullable FirstVerdicts begin(AsOf asOf) {
    if (!inForce.hold()) {
      return null;
    }
    LearnedVersions learned = new LearnedVersions(jdbc);
    return new Verdicts(learned.inForce(types), asOf, readBy(learned));
  }

  private String readBy(LearnedVersions learned) {
    return "%s %s %d %s"
        .formatted(
            reading.hash(),
            ProgramVersion.ofThisBuild(),
            READING,
            learned.switchedOn().map(LearnedVersion::version).orElse(0));
  }

  private final class Verdicts implements FirstVerdicts {

    private final Typing typing;
    private final AsOf asOf;
    private final String readBy;

    Verdicts(Typing typing, AsOf asOf, String readBy) {
      this.typing = typing;
      this.asOf = asOf;
      this.readBy = readBy;
    }

    @Override
    public String readBy() {
      return readBy;
    }

    @Override
    public StageColumns columnsOfWords() {
      return TypeColumns.COLUMNS;
    }

    @Override
    public List<@Nullable String> ofWords(IncomingRow row) {
      String category = row.facts().findText(Field.REPORTED_TYPE).orElse(null);
      String text = row.facts().findText(Field.DESCRIPTION).orElse(null);
      String reference = row.facts().findText(Field.REFERENCE).orElse(null);
      return TypeColumns.values(row.facts(), reference, typing.decide(category, text), asOf.day());
    }

    @Override
    public void findRepeats() {
      new RepeatFinder(jdbc).findAmongArriving();
    }

    @Override
    public StageColumns columnsOfIncident() {
      return SeverityColumns.COLUMNS.and(DutyColumns.COLUMNS);
    }

    @Override
    public List<@Nullable String> ofIncident(StoredIncident incident) {
      Severity scored = ScoredIncident.of(incident, severity).severity();
      DeadlineFacts facts = DeadlineFacts.from(incident.facts(), scored.categoryLevel());
      List<@Nullable String> values = new ArrayList<>(SeverityColumns.values(scored, policy));
      List<DutyVerdict> duties = deadlines.judge(facts, asOf);
      values.addAll(DutyColumns.values(facts, duties, asOf));
      return values;
    }
  }
}
