package org.breachledger.access.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.breachledger.access.Account;
import org.breachledger.access.LinkToken;
import org.breachledger.access.Role;
import org.breachledger.incident.Sha256;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who has an account of the trust, and what they may do. Each method is a transaction of its own;
 * what it changed takes effect at the account's next request.
 */
public final class People {

  private static final String PEOPLE =
      """
      select a.user_id, a.sign_in_name, a.label, coalesce(a.email, '') as email, a.role,
        a.school_id, coalesce(s.name, '') as school, a.disabled, a.signed_in_at,
        a.awaits_password as invited,
        exists (select from second_factor f
          where f.user_id = a.user_id and f.confirmed_at is not null) as second_factor
      from user_account a left join school s on s.school_id = a.school_id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  People(JdbcClient jdbc, TransactionTemplate transactions, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An account as those see it who look after accounts.
   *
   * @param email empty where none is known
   * @param school empty where the role is not one school's
   * @param invited whether no password was chosen yet
   * @param signedIn last; empty where never
   */
  public record Person(
      long id,
      String signInName,
      String name,
      String email,
      Role role,
      @Nullable Integer schoolId,
      String school,
      boolean blocked,
      boolean invited,
      boolean secondFactor,
      Optional<Instant> signedIn) {

    /** The same as long as nobody changes what {@link People#change} does. */
    public String mark() {
      return Sha256.of(String.join("\n", name, email, role.code(), String.valueOf(schoolId)));
    }

    /** Names the account by number only. */
    @Override
    public String toString() {
      return "Person[" + id + ", " + role.code() + "]";
    }
  }

  /**
   * What is said of a person.
   *
   * @param email in lower case; null where none is known
   * @param schoolId the one school of a role that is one school's; null for every other
   */
  public record Details(
      String name, @Nullable String email, Role role, @Nullable Integer schoolId) {

    /** Checks that a role of one school names it. */
    public Details {
      if (role.ofOneSchool() != (schoolId != null)) {
        throw new IllegalArgumentException("a role of one school names its school, no other does");
      }
    }

    /** Names the role only. */
    @Override
    public String toString() {
      return "Details[" + role.code() + "]";
    }
  }

  /** Everybody, by name. */
  public List<Person> list() {
    return inTransaction(
        () ->
            jdbc.sql(PEOPLE + " order by a.disabled, lower(a.label), a.user_id")
                .query(People::person)
                .list());
  }

  /** The person of that number; empty where the trust has none. */
  public Optional<Person> find(long id) {
    return inTransaction(
        () -> jdbc.sql(PEOPLE + " where a.user_id = ?").param(id).query(People::person).optional());
  }

  /**
   * A new account without a password; empty where the address has an account already. Its sign-in
   * name, which the record keeps, is made of its number and tells nothing of the person. The
   * password it begins with is known to nobody.
   *
   * @param by the sign-in name of whoever adds it
   */
  public Optional<Long> add(Details details, String by) {
    try {
      return inTransaction(
          () -> {
            long id = insert(details);
            noteAdded(id, details, by);
            return Optional.of(id);
          });
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    }
  }

  /**
   * The first account of a role, which is its sign-in name; where there is one of that name, it
   * stays as it is and is given back.
   *
   * @param details without a mail address
   * @param by who founds it: a sign-in name or the program
   * @throws IllegalArgumentException where the password breaks the rule
   */
  public Account addFirst(Details details, String rawPassword, boolean mustChange, String by) {
    AccountStore accounts = new AccountStore(jdbc, transactions, clock);
    String name = details.role().code();
    return inTransaction(
        () -> {
          boolean known = accounts.find(name).isPresent();
          Account account =
              accounts.create(
                  name,
                  details.role(),
                  details.schoolId(),
                  details.name(),
                  rawPassword,
                  mustChange);
          if (!known) {
            noteAdded(account.userId(), details, by);
          }
          return account;
        });
  }

  private void noteAdded(long id, Details details, String by) {
    audit.append(by, "add-account", "account " + id, said(details));
  }

  private long insert(Details details) {
    long id =
        jdbc.sql(
                """
                insert into user_account (sign_in_name, role, school_id, label, email,
                    password_hash, awaits_password, created_at)
                values (:draft, :role, :school, :label, :email, :hash, true, :at)
                returning user_id
                """)
            .param("draft", UUID.randomUUID().toString())
            .param("role", details.role().code())
            .param("school", details.schoolId())
            .param("label", details.name())
            .param("email", details.email())
            .param("hash", AccountStore.hash(LinkToken.fresh(random).word()))
            .param("at", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    jdbc.sql("update user_account set sign_in_name = ? where user_id = ?")
        .params("user-" + id, id)
        .update();
    return id;
  }

  /** Somebody else changed the person after they were looked at; nothing was changed. */
  public static final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Changes what is said of a person; where role or school change, their sessions end, and where
   * the address does, the links sent to the one before.
   *
   * @param mark of the person the change was made upon, so that no other change is written over
   * @param by the sign-in name of whoever did it
   * @return whether it was changed: not where another account has the address
   * @throws ChangedMeanwhile where the mark is not the person's any more
   */
  public boolean change(long id, String mark, Details details, String by) {
    try {
      return inTransaction(
          () -> {
            jdbc.sql("select user_id from user_account where user_id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
            Person before = find(id).orElseThrow();
            if (!before.mark().equals(mark)) {
              throw new ChangedMeanwhile();
            }
            boolean moved =
                before.role() != details.role()
                    || !Objects.equals(before.schoolId(), details.schoolId());
            jdbc.sql(
                    """
                    update user_account set label = :label, email = :email, role = :role,
                        school_id = :school, stamp = stamp + :ended
                     where user_id = :id
                    """)
                .param("label", details.name())
                .param("email", details.email())
                .param("role", details.role().code())
                .param("school", details.schoolId())
                .param("ended", moved ? 1 : 0)
                .param("id", id)
                .update();
            if (!before.email().equals(Objects.requireNonNullElse(details.email(), ""))) {
              AccountLinks.voidAll(jdbc, id, clock.instant());
            }
            audit.append(
                by, moved ? "change-role" : "change-account", "account " + id, said(details));
            return true;
          });
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** Blocks an account, whose sessions end, or lets it in again. */
  public void block(long id, boolean blocked, String by) {
    inTransaction(
        () -> {
          jdbc.sql("update user_account set disabled = ?, stamp = stamp + 1 where user_id = ?")
              .params(blocked, id)
              .update();
          audit.append(by, blocked ? "block" : "unblock", "account " + id, AuditDetails.none());
          return true;
        });
  }

  /**
   * Lets an account in again that nobody else can help: it is open, with a password its owner must
   * change at once, and its sessions and links end.
   *
   * @throws IllegalArgumentException where the password breaks the rule
   */
  public void letIn(Account account, String rawPassword, String by) {
    AccountStore.refuseBad(account.signInName(), rawPassword);
    inTransaction(
        () -> {
          jdbc.sql(
                  """
                  update user_account
                     set password_hash = ?, must_change = true, awaits_password = false,
                         disabled = false, stamp = stamp + 1
                   where user_id = ?
                  """)
              .params(AccountStore.hash(rawPassword), account.userId())
              .update();
          AccountLinks.voidAll(jdbc, account.userId(), clock.instant());
          audit.append(by, "reset-password", "account " + account.userId(), AuditDetails.none());
          return true;
        });
  }

  /** Notes a sign-in. */
  public void signedIn(Account account) {
    inTransaction(
        () -> {
          jdbc.sql("update user_account set signed_in_at = ? where user_id = ?")
              .params(Timestamp.from(clock.instant()), account.userId())
              .update();
          audit.append(
              account.signInName(),
              "sign-in",
              "account " + account.userId(),
              AuditDetails.none().and("secondFactor", account.secondFactor()));
          return true;
        });
  }

  /**
   * Notes a sign-in that was refused.
   *
   * @param account empty where there is none of the name that was typed, which is not kept
   * @param why one word: {@code password} or {@code code}
   */
  public void refused(Optional<Account> account, String why) {
    inTransaction(
        () -> {
          audit.append(
              "breachledger",
              "refuse-sign-in",
              account.map(known -> "account " + known.userId()).orElse("no account"),
              AuditDetails.none().and("why", why));
          return true;
        });
  }

  private static AuditDetails said(Details details) {
    AuditDetails role = AuditDetails.none().and("role", details.role().code());
    Integer school = details.schoolId();
    return school == null ? role : role.and("school", school.longValue());
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getLong("user_id"),
        row.getString("sign_in_name"),
        row.getString("label"),
        row.getString("email"),
        Role.find(row.getString("role")).orElseThrow(),
        row.getObject("school_id", Integer.class),
        row.getString("school"),
        row.getBoolean("disabled"),
        row.getBoolean("invited"),
        row.getBoolean("second_factor"),
        Optional.ofNullable(row.getTimestamp("signed_in_at")).map(Timestamp::toInstant));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
