package org.breachledger.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.breachledger.access.Account;
import org.breachledger.access.Role;
import org.breachledger.access.Totp;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorsIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:10Z");

  @TempDir private Path home;

  private final TestDatabase database = TestDatabase.fresh();
  private final AccountStore accounts =
      new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC());
  private final Account dpo = accounts.create("dpo", Role.DPO, "three odd words");
  private final Account other = accounts.create("other", Role.DPO, "three odd words");

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aSecretCountsOnceACodeOfItWasTyped() {
    SecondFactors factors = at(AT);
    assertThat(factors.waiting(dpo)).isEmpty();
    factors.begin(dpo);
    byte[] secret = factors.waiting(dpo).orElseThrow();

    assertThat(secret).hasSize(20);
    assertThat(accounts.find("dpo").orElseThrow().secondFactor()).isFalse();
    assertThat(factors.takesCode(dpo, code(secret, 0))).as("before it counts").isFalse();
    assertThat(factors.confirm(dpo, "000000x")).isEmpty();
    assertThat(factors.confirm(dpo, code(secret, 0)).orElseThrow()).hasSize(10);
    assertThat(accounts.find("dpo").orElseThrow().secondFactor()).isTrue();
    assertThat(accounts.find("other").orElseThrow().secondFactor()).isFalse();
    assertThat(factors.waiting(dpo)).as("the secret is shown no more").isEmpty();
    assertThat(said()).containsExactly("dpo second-factor-on account " + dpo.userId() + " {}");
  }

  @Test
  void aCodeIsTakenOnce() {
    byte[] secret = on(dpo);

    assertThat(at(AT).takesCode(dpo, code(secret, 0))).as("that confirmed it").isFalse();
    assertThat(at(AT).takesCode(dpo, code(secret, 1))).isTrue();
    assertThat(at(AT).takesCode(dpo, code(secret, 1))).isFalse();
    assertThat(at(AT.plusSeconds(60)).takesCode(dpo, code(secret, 2))).isTrue();
    assertThat(at(AT.plusSeconds(120)).takesCode(dpo, code(secret, 2))).as("too old").isFalse();
    assertThat(at(AT).takesCode(other, code(secret, 1))).as("another account").isFalse();
  }

  @Test
  void anotherSecretCannotTakeThePlaceOfOneThatCounts() {
    byte[] secret = on(dpo);
    at(AT).begin(dpo);

    assertThat(at(AT).takesCode(dpo, code(secret, 1))).isTrue();
  }

  @Test
  void aRecoveryCodeIsTakenOnceAndByItsOwnerOnly() {
    SecondFactors factors = at(AT);
    factors.begin(dpo);
    List<String> codes =
        factors.confirm(dpo, code(factors.waiting(dpo).orElseThrow(), 0)).orElseThrow();

    assertThat(factors.takesRecoveryCode(other, codes.get(0))).isFalse();
    assertThat(factors.takesRecoveryCode(dpo, codes.get(0).toLowerCase().replace("-", " ")))
        .isTrue();
    assertThat(factors.takesRecoveryCode(dpo, codes.get(0))).isFalse();
    assertThat(factors.left(dpo)).isEqualTo(9);
    assertThat(factors.renew(dpo)).hasSize(10).doesNotContainAnyElementsOf(codes);
    assertThat(factors.takesRecoveryCode(dpo, codes.get(1))).as("an old one").isFalse();
    assertThat(said())
        .containsExactly(
            "dpo second-factor-on account " + dpo.userId() + " {}",
            "dpo recovery-code account " + dpo.userId() + " {\"left\":9}",
            "dpo recovery-codes account " + dpo.userId() + " {}");
  }

  @Test
  void whatIsTakenAwayIsGoneWithItsCodes() {
    byte[] secret = on(dpo);
    at(AT).remove(dpo.userId(), "operator", "second-factor-reset");

    assertThat(accounts.find("dpo").orElseThrow().secondFactor()).isFalse();
    assertThat(at(AT).takesCode(dpo, code(secret, 1))).isFalse();
    assertThat(at(AT).left(dpo)).isZero();
    assertThat(said())
        .last()
        .isEqualTo("operator second-factor-reset account " + dpo.userId() + " {}");
  }

  @Test
  void theDatabaseKeepsNeitherSecretsNorCodes() throws Exception {
    byte[] secret = on(dpo);
    byte[] kept =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql("select secret from second_factor")
                    .query(byte[].class)
                    .single());

    assertThat(kept).hasSize(12 + 20 + 16);
    assertThat(HexFormat.of().formatHex(kept)).doesNotContain(HexFormat.of().formatHex(secret));
    assertThat(Files.getPosixFilePermissions(key()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.delete(key());
    assertThat(at(AT).takesCode(dpo, code(secret, 1))).as("with another key").isFalse();
  }

  @Test
  void anotherTrustSeesNothingOfIt() {
    byte[] secret = on(dpo);
    int trust = database.found("Another trust");

    assertThat(database.trust().within(trust, () -> at(AT).takesCode(dpo, code(secret, 1))))
        .isFalse();
    assertThat(database.trust().within(trust, () -> at(AT).left(dpo))).isZero();
  }

  private byte[] on(Account account) {
    SecondFactors factors = at(AT);
    factors.begin(account);
    byte[] secret = factors.waiting(account).orElseThrow();
    assertThat(factors.confirm(account, code(secret, 0))).isPresent();
    return secret;
  }

  private static String code(byte[] secret, int later) {
    return Totp.code(secret, Totp.step(AT) + later);
  }

  private Path key() {
    return home.resolve("secrets/second-factor.key");
  }

  private SecondFactors at(Instant now) {
    return new SecondFactors(
        database.jdbc(),
        database.transactions(),
        new SealKey(key()),
        trail(),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private JdbcAuditTrail trail() {
    return new JdbcAuditTrail(database.jdbc(), database.transactionManager(), Clock.systemUTC());
  }

  private List<String> said() {
    List<String> said = new ArrayList<>();
    trail()
        .each(
            entry ->
                said.add(
                    entry.who()
                        + " "
                        + entry.action()
                        + " "
                        + entry.subject()
                        + " "
                        + entry.details()));
    return said;
  }
}
