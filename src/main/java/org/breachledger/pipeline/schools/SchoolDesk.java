package org.breachledger.pipeline.schools;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.SchoolList;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.intake.SchoolListText;
import org.breachledger.intake.store.SchoolMerge;
import org.breachledger.pipeline.imports.SchoolsConfirmed;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.policy.RefusedTable;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the trust's list of schools: the file in its {@code jobs} folder is the list, and each
 * change of it is confirmed in the record at once, as a start does. File and record change together
 * or not at all, one change after another; who made it is in the audit trail, by the school's
 * number and the list's hashes.
 */
public final class SchoolDesk {

  /** PostgreSQL's code for a lock that was not to be had in time. */
  private static final String WAITED_TOO_LONG = "55P03";

  private static final String TURN =
      "select pg_advisory_xact_lock(current_trust(), hashtext('breachledger schools'))";

  private final SchoolListFile file;
  private final IntSupplier owner;
  private final SchoolsConfirmed confirmed;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Assessment assessment;
  private final Clock clock;

  /**
   * The desk of an installation.
   *
   * @param owner the trust whose list the file is
   */
  public SchoolDesk(
      SchoolListFile file,
      IntSupplier owner,
      SchoolsConfirmed confirmed,
      JdbcClient jdbc,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    this.file = file;
    this.owner = owner;
    this.confirmed = confirmed;
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
    this.assessment = assessment;
    this.clock = clock;
  }

  /**
   * The list as it is now.
   *
   * @param stamp what a change of it must state, so that no other change is written over
   */
  public record Now(String stamp, List<Entry> schools) {}

  /** A change that was not made, with what to do. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  /** Whether the installation's list is the list of this trust. */
  public boolean keepsListOf(int trustId) {
    return owner.getAsInt() == trustId;
  }

  /**
   * The list as it is now.
   *
   * @throws RefusedTable where somebody has left the file in a state that cannot be read
   */
  public Now now() {
    String text = file.text();
    return new Now(SchoolListFile.stamp(text), SchoolListFile.read(text).schools());
  }

  /**
   * Adds a school, or replaces the row of one, and brings to it what lies under its other names.
   *
   * @param stamp of the list the change was made upon
   * @param before the name in the row to replace; null to add a row
   * @param action the word for the audit trail
   * @param by the sign-in name of whoever did it
   * @return how many names turned out to be this school's
   * @throws Refused where the list has changed, cannot be read with this row, or jobs are at work
   */
  public int put(String stamp, @Nullable String before, Entry school, String action, String by)
      throws Refused, JobExecutionException, SQLException {
    List<SchoolMerge.Merged> merged;
    try {
      merged =
          Objects.requireNonNull(
              transactions.execute(
                  status -> {
                    jdbc.sql("set local lock_timeout = '8s'").update();
                    jdbc.sql(TURN).query().listOfRows();
                    if (!SchoolListFile.stamp(file.text()).equals(stamp)) {
                      throw new Stale();
                    }
                    return change(
                        text -> SchoolListText.with(text, before, school), school, action, by);
                  }));
    } catch (Stale stale) {
      throw new Refused(
          "Somebody changed the list of schools meanwhile. Look at it again, and save once more"
              + " where your change still holds");
    } catch (RefusedTable refused) {
      throw new Refused("The list cannot be kept so: " + refused.wrong());
    } catch (UncategorizedSQLException busy) {
      SQLException cause = busy.getSQLException();
      if (cause == null || !WAITED_TOO_LONG.equals(cause.getSQLState())) {
        throw busy;
      }
      throw new Refused(
          "A job or an import is at work on the incidents, so nothing was changed. Save again in a"
              + " few minutes");
    }
    if (!merged.isEmpty()) {
      assessment.run(AsOf.from(clock));
    }
    return merged.size();
  }

  /**
   * Replaces all schools of the list, within the caller's transaction.
   *
   * @throws RefusedTable where the list cannot be read with them
   */
  public void replaceAll(List<Entry> schools, String by) {
    jdbc.sql(TURN).query().listOfRows();
    change(text -> SchoolListText.only(text, schools), null, "list-schools", by);
  }

  private List<SchoolMerge.Merged> change(
      UnaryOperator<String> how, @Nullable Entry school, String action, String by) {
    String before = file.text();
    String after = how.apply(before);
    SchoolList list = SchoolListFile.read(after);
    List<SchoolMerge.Merged> merged = confirmed.confirm(list.schools());
    audit.append(
        by,
        action,
        school == null ? "schools" : "school " + number(school),
        AuditDetails.none()
            .and("before", SchoolListFile.stamp(before))
            .and("after", SchoolListFile.stamp(after))
            .and("schools", list.schools().size()));
    write(after);
    return merged;
  }

  private int number(Entry school) {
    return jdbc.sql("select school_id from school where name = ? and confirmed")
        .param(school.name())
        .query(Integer.class)
        .single();
  }

  /** Last of all; what was there before comes back where the record's change is not kept. */
  private void write(String text) {
    Optional<String> own = file.own();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
              file.putBack(own);
            }
          }
        });
    file.write(text);
  }

  private static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
