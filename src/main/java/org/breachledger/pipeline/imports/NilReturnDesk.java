package org.breachledger.pipeline.imports;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Objects;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that a school had nothing to report in a month, which is no silence [002]. */
public final class NilReturnDesk {

  private final SchoolRegister schools;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** A desk over this register and audit trail. */
  public NilReturnDesk(
      SchoolRegister schools, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
    this.schools = schools;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Why there is no nil return, in a sentence for the one who asked. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  /**
   * Records it, once.
   *
   * @param school its number, name or other name
   * @param month a whole month in the past of the as-of
   * @param who records it, as the audit trail names people
   * @return what was done, in a sentence that calls the school by its name
   * @throws Refused where the month has not ended, the school is unknown or had incidents
   */
  public String take(String school, YearMonth month, String who, AsOf asOf) {
    if (month.plusMonths(1).atDay(1).isAfter(asOf.day())) {
      throw new Refused(
          month + " has not ended yet; a nil return says a whole month had nothing to report");
    }
    return Objects.requireNonNull(transactions.execute(status -> record(school, month, who)));
  }

  private String record(String school, YearMonth month, String who) {
    int id = schools.find(school).orElseThrow(() -> new Refused(schools.unknown(school)));
    String name = schools.name(id);
    int incidents = schools.incidentsIn(id, month);
    if (incidents > 0) {
      throw new Refused(
          name + " has " + incidents + " on record for " + month + ", so it is no nil return");
    }
    if (!schools.nilReturn(id, month, who, clock.instant())) {
      return name + " had nothing to report in " + month + ": this was on record already";
    }
    audit.append(
        who, "nil-return", "school " + id, AuditDetails.none().and("month", month.toString()));
    return name + " had nothing to report in " + month + ": recorded";
  }
}
