package org.breachledger.pipeline.setup;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.breachledger.access.Account;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.pipeline.schools.SchoolDesk;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the trust up at its first start: all of it is kept, or nothing. */
public final class SetUp {

  private static final String TURN = "select pg_advisory_xact_lock(727002)";

  private final PolicySource tables;
  private final Supplier<String> inForce;
  private final BiConsumer<String, String> named;
  private final AccountStore accounts;
  private final People people;
  private final SchoolDesk schools;
  private final FirstStart firstStart;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  /**
   * The set-up of an installation.
   *
   * @param inForce the name of the policy the trust follows now
   * @param named gives the trust a name and a policy
   */
  public SetUp(
      PolicySource tables,
      Supplier<String> inForce,
      BiConsumer<String, String> named,
      AccountStore accounts,
      People people,
      SchoolDesk schools,
      FirstStart firstStart,
      JdbcClient jdbc,
      AuditTrail audit,
      TransactionTemplate transactions) {
    this.tables = tables;
    this.inForce = inForce;
    this.named = named;
    this.accounts = accounts;
    this.people = people;
    this.schools = schools;
    this.firstStart = firstStart;
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What was chosen.
   *
   * @param trust its name, as papers print it
   * @param policy one of {@link #policies}
   * @param schools all of them; may be empty
   * @param name of whoever sets up, who becomes the operator
   * @param email in lower case
   * @param password by the rule for passwords
   * @param alsoDpo whether an account of the DPO is made for the same person, whose password must
   *     be changed at the first sign-in
   */
  public record Chosen(
      String trust,
      String policy,
      List<Entry> schools,
      String name,
      String email,
      String password,
      boolean alsoDpo) {

    /** Copies the schools. */
    public Chosen {
      schools = List.copyOf(schools);
    }

    /** Names nobody. */
    @Override
    public String toString() {
      return "Chosen[" + policy + ", " + schools.size() + " schools]";
    }
  }

  /** What came of it. */
  public enum Outcome {
    /** The trust is set up. */
    DONE,
    /** The trust is set up, and the program starts again to work by the policy. */
    STARTS_AGAIN,
    /** Somebody else was first; nothing was kept. */
    TOO_LATE
  }

  /** The policies to choose from, by name. */
  public List<PolicyProfile> policies() {
    return PolicyProfile.list(tables).stream()
        .map(name -> PolicyProfile.read(tables, name))
        .toList();
  }

  /** The name of the policy the trust follows now. */
  public String policy() {
    return inForce.get();
  }

  /** The schools of the list as it is. */
  public List<Entry> schools() {
    return schools.now().schools();
  }

  /**
   * Keeps what was chosen.
   *
   * @throws org.breachledger.policy.RefusedTable where the policy or the list of schools cannot be
   *     used
   */
  public Outcome finish(Chosen chosen) {
    PolicyProfile policy = UsablePolicy.read(tables, chosen.policy());
    boolean another = !inForce.get().equals(policy.name());
    boolean first =
        Objects.requireNonNull(transactions.execute(status -> keep(chosen, policy.version())));
    if (!first) {
      return Outcome.TOO_LATE;
    }
    if (another) {
      firstStart.startAgain();
    }
    return another ? Outcome.STARTS_AGAIN : Outcome.DONE;
  }

  private boolean keep(Chosen chosen, String version) {
    jdbc.sql(TURN).query().listOfRows();
    if (!accounts.isEmpty()) {
      return false;
    }
    named.accept(chosen.trust(), chosen.policy());
    String by = operator(chosen).signInName();
    if (chosen.alsoDpo()) {
      people.addFirst(
          new People.Details(chosen.name(), null, Role.DPO, null), chosen.password(), true, by);
    }
    audit.append(
        by,
        "set-up",
        "trust",
        AuditDetails.none()
            .and("policy", chosen.policy())
            .and("version", version)
            .and("dpo", chosen.alsoDpo()));
    schools.replaceAll(chosen.schools(), by);
    return true;
  }

  private Account operator(Chosen chosen) {
    Account account =
        people.addFirst(
            new People.Details(chosen.name(), null, Role.OPERATOR, null),
            chosen.password(),
            false,
            Role.OPERATOR.code());
    people.change(
        account.userId(),
        people.find(account.userId()).orElseThrow().mark(),
        new People.Details(chosen.name(), chosen.email(), Role.OPERATOR, null),
        account.signInName());
    return account;
  }
}
