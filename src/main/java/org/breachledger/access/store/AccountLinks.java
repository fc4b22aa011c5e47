package org.breachledger.access.store;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.access.Account;
import org.breachledger.access.LinkKind;
import org.breachledger.access.LinkToken;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The links by which people choose a password: each works once and for a while, and a newer one
 * takes the place of those before it. Each method is a transaction of its own, or part of the
 * caller's.
 */
public final class AccountLinks {

  private static final String OPEN =
      " token_hash = :hash and used_at is null and voided_at is null and expires_at > :at";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AccountStore accounts;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AccountLinks(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      AccountStore accounts,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A link as it was made.
   *
   * @param until the last moment it is good for, exclusive
   */
  public record Made(LinkKind kind, LinkToken token, Instant until) {}

  /**
   * Makes a link; those made before for the account are void.
   *
   * @param by the sign-in name of whoever asked for it, or the program
   */
  public Made make(Account account, LinkKind kind, String by) {
    LinkToken token = LinkToken.fresh(random);
    Instant now = clock.instant();
    Instant until = now.plus(kind.lasts());
    return inTransaction(
        () -> {
          hold(account);
          voidAll(jdbc, account.userId(), now);
          jdbc.sql(
                  """
                  insert into account_link (token_hash, user_id, kind, made_at, expires_at)
                  values (:hash, :user, :kind, :at, :until)
                  """)
              .param("hash", token.hash())
              .param("user", account.userId())
              .param("kind", kind.code())
              .param("at", Timestamp.from(now))
              .param("until", Timestamp.from(until))
              .update();
          note(by, kind == LinkKind.INVITATION ? "invite" : "reset-link", account);
          return new Made(kind, token, until);
        });
  }

  /** Part of the caller's transaction: no link made before that works any more. */
  static void voidAll(JdbcClient jdbc, long userId, Instant at) {
    jdbc.sql(
            """
            update account_link set voided_at = ?
             where user_id = ? and used_at is null and voided_at is null
            """)
        .params(Timestamp.from(at), userId)
        .update();
  }

  /** Whether a link was made for the account within that time and still works. */
  public boolean madeWithin(Account account, Duration time) {
    return inTransaction(
        () ->
            jdbc.sql(
                    """
                    select exists (select from account_link
                      where user_id = ? and made_at > ? and used_at is null and voided_at is null)
                    """)
                .params(account.userId(), Timestamp.from(clock.instant().minus(time)))
                .query(Boolean.class)
                .single());
  }

  /** Whose link it is; empty where it was used, is void, too old or none of ours. */
  public Optional<Account> find(LinkToken token) {
    return inTransaction(
        () ->
            jdbc.sql("select user_id from account_link where" + OPEN)
                .param("hash", token.hash())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .flatMap(accounts::find)
                .filter(account -> !account.disabled()));
  }

  /**
   * Uses a link up: the password is set, and every session of the account ends.
   *
   * @return whether the link still worked
   * @throws IllegalArgumentException where the password breaks the rule; the link still works
   */
  public boolean use(LinkToken token, String rawPassword) {
    return inTransaction(
        () -> {
          Optional<Account> account = find(token);
          account.ifPresent(this::hold);
          if (account.isEmpty() || used(token) == 0) {
            return false;
          }
          accounts.changePassword(account.get(), rawPassword);
          note(account.get().signInName(), "choose-password", account.get());
          return true;
        });
  }

  /** Before its links, in whatever order others ask for both. */
  private void hold(Account account) {
    jdbc.sql("select from user_account where user_id = ? for update")
        .param(account.userId())
        .query()
        .listOfRows();
  }

  private int used(LinkToken token) {
    return jdbc.sql("update account_link set used_at = :at where" + OPEN)
        .param("hash", token.hash())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private void note(String who, String action, Account account) {
    audit.append(who, action, "account " + account.userId(), AuditDetails.none());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
