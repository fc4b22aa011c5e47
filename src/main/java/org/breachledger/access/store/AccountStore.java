package org.breachledger.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.access.Account;
import org.breachledger.access.PasswordRule;
import org.breachledger.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts of the trust at work. Each method is a transaction of its own, or part of the
 * caller's.
 */
public final class AccountStore {

  private static final int WORK = 12;
  private static final String ACCOUNTS =
      """
      select a.*, exists (
          select from second_factor f where f.user_id = a.user_id and f.confirmed_at is not null)
        as second_factor
      from user_account a
      """;
  private static final PasswordEncoder ENCODER =
      new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(WORK)));

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** Accounts in this database. */
  public AccountStore(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How passwords are kept: as bcrypt hashes that name their algorithm. */
  public static PasswordEncoder encoder() {
    return ENCODER;
  }

  /** An account of an office that is not about one school, labelled by its role. */
  public Account create(String signInName, Role role, String rawPassword) {
    return create(signInName, role, null, role.title(), rawPassword, false);
  }

  /**
   * A new account; one of that name that exists already stays as it is and is given back.
   *
   * @param signInName kept in lower case
   * @param schoolId the one school of a head or a governor; null for every other role
   * @param mustChange whether the password must be changed at the first sign-in
   * @throws IllegalArgumentException where the password breaks {@link PasswordRule}
   */
  public Account create(
      String signInName,
      Role role,
      @Nullable Integer schoolId,
      String label,
      String rawPassword,
      boolean mustChange) {
    String name = signInName.strip().toLowerCase(Locale.ROOT);
    refuseBad(name, rawPassword);
    return inTransaction(
        () -> {
          jdbc.sql(
                  """
                  insert into user_account (sign_in_name, role, school_id, label, password_hash,
                      must_change, created_at)
                  values (:name, :role, :school, :label, :hash, :change, :at)
                  on conflict (trust_id, sign_in_name) do nothing
                  """)
              .param("name", name)
              .param("role", role.code())
              .param("school", schoolId)
              .param("label", label)
              .param("hash", hash(rawPassword))
              .param("change", mustChange)
              .param("at", Timestamp.from(clock.instant()))
              .update();
          return find(name).orElseThrow();
        });
  }

  /**
   * The account of that sign-in name or mail address, in capitals or not; empty where the trust has
   * none.
   */
  public Optional<Account> find(String typed) {
    // The database takes no text with this sign, and no account has it.
    if (typed.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return inTransaction(
        () ->
            jdbc.sql(
                    ACCOUNTS
                        + " where :typed in (sign_in_name, email)"
                        + " order by sign_in_name = :typed desc limit 1")
                .param("typed", typed.strip().toLowerCase(Locale.ROOT))
                .query(AccountStore::account)
                .optional());
  }

  /** The account of that number; empty where the trust has none. */
  public Optional<Account> find(long userId) {
    return inTransaction(
        () ->
            jdbc.sql(ACCOUNTS + " where user_id = ?")
                .param(userId)
                .query(AccountStore::account)
                .optional());
  }

  /** Whether somebody of that role may sign in. */
  public boolean has(Role role) {
    return inTransaction(
        () ->
            jdbc.sql("select exists (select from user_account where role = ? and not disabled)")
                .param(role.code())
                .query(Boolean.class)
                .single());
  }

  /** Whether the trust has no account yet, as at the first start. */
  public boolean isEmpty() {
    return inTransaction(
        () ->
            jdbc.sql("select not exists (select from user_account)").query(Boolean.class).single());
  }

  /**
   * Sets a new password, chosen by the account's owner; every session of the account ends, and so
   * does every link it could be changed by.
   *
   * @throws IllegalArgumentException where it breaks {@link PasswordRule}
   */
  public void changePassword(Account account, String rawPassword) {
    refuseBad(account.signInName(), rawPassword);
    inTransaction(
        () -> {
          jdbc.sql(
                  """
                  update user_account
                     set password_hash = ?, must_change = false, awaits_password = false,
                         stamp = stamp + 1
                   where user_id = ?
                  """)
              .params(hash(rawPassword), account.userId())
              .update();
          AccountLinks.voidAll(jdbc, account.userId(), clock.instant());
          return true;
        });
  }

  static String hash(String rawPassword) {
    return Objects.requireNonNull(ENCODER.encode(rawPassword));
  }

  static void refuseBad(String name, String rawPassword) {
    PasswordRule.wrong(name, rawPassword)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("user_id"),
        row.getString("sign_in_name"),
        Role.find(row.getString("role")).orElseThrow(),
        row.getObject("school_id", Integer.class),
        row.getString("label"),
        row.getString("password_hash"),
        row.getBoolean("must_change"),
        row.getBoolean("disabled"),
        row.getString("email"),
        row.getLong("stamp"),
        row.getBoolean("second_factor"));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
