package org.breachledger.access.store;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.breachledger.access.Account;
import org.breachledger.access.RecoveryCodes;
import org.breachledger.access.Totp;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factors of the trust's accounts: sealed secrets of authenticator apps, and hashed
 * recovery codes. Each method is a transaction of its own, or part of the caller's.
 */
public final class SecondFactors {

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealKey key;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealKey key,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.key = key;
    this.audit = audit;
    this.clock = clock;
  }

  private record Kept(byte[] secret, long lastStep) {}

  /** Begins with a new secret, which counts once a code of it was typed; one that counts stays. */
  public void begin(Account account) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    insert into second_factor as f (user_id, secret, begun_at)
                    values (:user, :secret, :at)
                    on conflict (trust_id, user_id) do update
                      set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
                      where f.confirmed_at is null
                    """)
                .param("user", account.userId())
                .param("secret", key.seal().seal(secret, owner(account.userId())))
                .param("at", now())
                .update());
  }

  /** The secret that waits for its first code; empty where none does. */
  public Optional<byte[]> waiting(Account account) {
    return inTransaction(() -> kept(account.userId(), false).map(Kept::secret));
  }

  /**
   * Confirms the secret by its first code: from now on a code is asked for.
   *
   * @return the recovery codes, to be shown this once; empty where the code is not right
   */
  public Optional<List<String>> confirm(Account account, String typed) {
    return inTransaction(
        () -> {
          if (!takesCode(account.userId(), typed, false)) {
            return Optional.empty();
          }
          jdbc.sql("update second_factor set confirmed_at = ? where user_id = ?")
              .params(now(), account.userId())
              .update();
          return Optional.of(newCodes(account, "second-factor-on"));
        });
  }

  /** Whether this is the app's code of this moment, never typed before; it is used up by that. */
  public boolean takesCode(Account account, String typed) {
    return inTransaction(() -> takesCode(account.userId(), typed, true));
  }

  /** Whether this is one of the recovery codes that are left; it is used up by that. */
  public boolean takesRecoveryCode(Account account, String typed) {
    return inTransaction(
        () -> {
          int used =
              jdbc.sql(
                      """
                      update recovery_code set used_at = ?
                       where user_id = ? and code_hash = ? and used_at is null
                      """)
                  .params(now(), account.userId(), RecoveryCodes.hash(account.userId(), typed))
                  .update();
          if (used == 1) {
            note(
                account.signInName(),
                "recovery-code",
                account.userId(),
                AuditDetails.none().and("left", left(account)));
          }
          return used == 1;
        });
  }

  /** How many recovery codes are left. */
  public int left(Account account) {
    return inTransaction(
        () ->
            jdbc.sql("select count(*) from recovery_code where user_id = ? and used_at is null")
                .param(account.userId())
                .query(Integer.class)
                .single());
  }

  /** New recovery codes in place of the old ones, to be shown this once. */
  public List<String> renew(Account account) {
    return inTransaction(() -> newCodes(account, "recovery-codes"));
  }

  /**
   * Takes a second factor away, with its recovery codes.
   *
   * @param by the sign-in name of whoever did it
   * @param action {@code second-factor-off} by its owner, {@code second-factor-reset} by another
   */
  public void remove(long userId, String by, String action) {
    inTransaction(
        () -> {
          jdbc.sql("delete from recovery_code where user_id = ?").param(userId).update();
          jdbc.sql("delete from second_factor where user_id = ?").param(userId).update();
          note(by, action, userId, AuditDetails.none());
          return true;
        });
  }

  private List<String> newCodes(Account account, String action) {
    List<String> codes = RecoveryCodes.fresh(random);
    jdbc.sql("delete from recovery_code where user_id = ?").param(account.userId()).update();
    for (String code : codes) {
      jdbc.sql("insert into recovery_code (user_id, code_hash) values (?, ?)")
          .params(account.userId(), RecoveryCodes.hash(account.userId(), code))
          .update();
    }
    note(account.signInName(), action, account.userId(), AuditDetails.none());
    return codes;
  }

  private boolean takesCode(long userId, String typed, boolean confirmed) {
    Optional<Kept> kept = kept(userId, confirmed);
    if (kept.isEmpty()) {
      return false;
    }
    OptionalLong step =
        Totp.matching(kept.get().secret(), typed, clock.instant(), kept.get().lastStep());
    return step.isPresent()
        && jdbc.sql("update second_factor set last_step = ? where user_id = ? and last_step < ?")
                .params(step.getAsLong(), userId, step.getAsLong())
                .update()
            == 1;
  }

  private Optional<Kept> kept(long userId, boolean confirmed) {
    return jdbc.sql(
            """
            select secret, last_step from second_factor
             where user_id = ? and (confirmed_at is not null) = ?
            """)
        .params(userId, confirmed)
        .query((row, number) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
        .optional()
        .flatMap(kept -> opened(kept, userId));
  }

  private Optional<Kept> opened(Kept kept, long userId) {
    Optional<byte[]> secret = key.seal().open(kept.secret(), owner(userId));
    if (secret.isEmpty()) {
      LOG.error(
          "the second factor of account {} was sealed with another key than the one in the home's"
              + " secrets; put that file back, or let an operator reset it",
          userId);
    }
    return secret.map(open -> new Kept(open, kept.lastStep()));
  }

  private String owner(long userId) {
    int trust = jdbc.sql("select current_trust()").query(Integer.class).single();
    return "trust " + trust + " account " + userId;
  }

  private void note(String who, String action, long userId, AuditDetails details) {
    audit.append(who, action, "account " + userId, details);
  }

  private Timestamp now() {
    Instant at = clock.instant();
    return Timestamp.from(at);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
