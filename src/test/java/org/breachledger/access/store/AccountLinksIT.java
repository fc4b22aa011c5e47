package org.breachledger.access.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.access.Account;
import org.breachledger.access.LinkKind;
import org.breachledger.access.LinkToken;
import org.breachledger.access.Role;
import org.breachledger.access.store.People.Details;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inviting people, and the links by which they choose their passwords. */
class AccountLinksIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final Details BOARD =
      new Details("Quillon Farr", "quillon@example.org", Role.BOARD, null);

  private final TestDatabase database = TestDatabase.fresh();
  private final AccountStore accounts =
      new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC());
  private final People people =
      new People(database.jdbc(), database.transactions(), trail(), clock(AT));

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "INVITATION, PT71H59M59S, true",
    "INVITATION, PT72H, false",
    "RESET, PT59M59S, true",
    "RESET, PT1H, false"
  })
  void aLinkWorksForItsTime(LinkKind kind, Duration later, boolean works) {
    Account account = invited();
    LinkToken token = at(AT).make(account, kind, "operator").token();

    assertThat(at(AT.plus(later)).find(token).isPresent()).isEqualTo(works);
    assertThat(at(AT.plus(later)).use(token, "four quite odd words")).isEqualTo(works);
  }

  @Test
  void aLinkWorksOnceAndSetsThePassword() {
    Account account = invited();
    LinkToken token = at(AT).make(account, LinkKind.INVITATION, "operator").token();
    assertThat(people.find(account.userId()).orElseThrow().invited()).isTrue();

    assertThatThrownBy(() -> at(AT).use(token, "short"))
        .hasMessage("Enter a password of at least 10 characters");
    assertThat(at(AT).use(token, "four quite odd words")).as("it was not used up").isTrue();
    assertThat(at(AT).use(token, "other quite odd words")).isFalse();
    Account now = accounts.find(account.userId()).orElseThrow();
    assertThat(AccountStore.encoder().matches("four quite odd words", now.passwordHash())).isTrue();
    assertThat(now.stamp()).as("sessions have ended").isEqualTo(account.stamp() + 1);
    assertThat(people.find(account.userId()).orElseThrow().invited()).isFalse();
  }

  @Test
  void aNewerLinkTakesThePlaceOfTheOlder() {
    Account account = invited();
    LinkToken older = at(AT).make(account, LinkKind.INVITATION, "operator").token();
    LinkToken newer = at(AT).make(account, LinkKind.RESET, "operator").token();

    assertThat(at(AT).find(older)).isEmpty();
    assertThat(at(AT).find(newer)).contains(account);
  }

  @Test
  void aBlockedAccountsLinkDoesNotWork() {
    Account account = invited();
    LinkToken token = at(AT).make(account, LinkKind.INVITATION, "operator").token();
    people.block(account.userId(), true, "operator");

    assertThat(at(AT).use(token, "four quite odd words")).isFalse();
    people.block(account.userId(), false, "operator");
    assertThat(at(AT).find(token)).isPresent();
  }

  @Test
  void anotherTrustsLinksAndPeopleAreNotThere() {
    Account account = invited();
    LinkToken token = at(AT).make(account, LinkKind.INVITATION, "operator").token();
    int trust = database.found("Another trust");

    assertThat(database.trust().within(trust, () -> at(AT).find(token))).isEmpty();
    assertThat(database.trust().within(trust, people::list)).isEmpty();
    assertThat(database.trust().within(trust, () -> people.find(account.userId()))).isEmpty();
    assertThat(database.trust().within(trust, () -> accounts.find("quillon@example.org")))
        .isEmpty();
  }

  @Test
  void theDatabaseKeepsNoLink() {
    LinkToken token = at(AT).make(invited(), LinkKind.INVITATION, "operator").token();

    assertThat(
            database.inTransaction(
                () ->
                    database
                        .jdbc()
                        .sql("select l::text from account_link l")
                        .query(String.class)
                        .single()))
        .contains(token.hash())
        .doesNotContain(token.word());
  }

  @Test
  void anAddressBelongsToOneAccountAndSignsInAsItsName() {
    Account account = invited();

    assertThat(people.add(BOARD, "operator")).isEmpty();
    assertThat(accounts.find("Quillon@Example.org ")).contains(account);
    assertThat(account.signInName()).isEqualTo("user-" + account.userId());
    long other =
        people
            .add(new Details("Other", "o@example.org", Role.BOARD, null), "operator")
            .orElseThrow();
    assertThat(people.change(other, mark(other), BOARD, "operator")).isFalse();
    assertThat(people.find(other).orElseThrow().email()).isEqualTo("o@example.org");
  }

  @Test
  void aNewRoleEndsTheSessionsAndANewNameDoesNot() {
    Account account = invited();
    people.change(
        account.userId(),
        mark(account.userId()),
        new Details("New name", null, Role.BOARD, null),
        "operator");
    assertThat(accounts.find(account.userId()).orElseThrow().stamp()).isEqualTo(account.stamp());
    people.change(
        account.userId(),
        mark(account.userId()),
        new Details("New name", null, Role.ANALYST, null),
        "operator");
    assertThat(accounts.find(account.userId()).orElseThrow())
        .satisfies(
            now -> {
              assertThat(now.stamp()).isEqualTo(account.stamp() + 1);
              assertThat(now.role()).isEqualTo(Role.ANALYST);
            });
  }

  @Test
  void everyStepIsOnRecordWithoutNamesAndAddresses() {
    Account account = invited();
    at(AT).make(account, LinkKind.INVITATION, "operator");
    LinkToken token = at(AT).make(account, LinkKind.RESET, "operator").token();
    at(AT).use(token, "four quite odd words");
    people.change(
        account.userId(),
        mark(account.userId()),
        new Details("N", null, Role.ANALYST, null),
        "operator");
    people.block(account.userId(), true, "operator");
    people.block(account.userId(), false, "operator");
    people.signedIn(account);
    people.refused(Optional.of(account), "password");
    people.refused(Optional.empty(), "password");

    String whom = "account " + account.userId();
    assertThat(said())
        .containsExactly(
            "operator add-account " + whom + " {\"role\":\"board\"}",
            "operator invite " + whom + " {}",
            "operator reset-link " + whom + " {}",
            account.signInName() + " choose-password " + whom + " {}",
            "operator change-role " + whom + " {\"role\":\"analyst\"}",
            "operator block " + whom + " {}",
            "operator unblock " + whom + " {}",
            account.signInName() + " sign-in " + whom + " {\"secondFactor\":false}",
            "breachledger refuse-sign-in " + whom + " {\"why\":\"password\"}",
            "breachledger refuse-sign-in no account {\"why\":\"password\"}");
    assertThat(said()).noneMatch(line -> line.contains("uillon") || line.contains("@"));
  }

  @Test
  void aFirstAccountIsOnRecordWithItsRoleAndStaysWhereItIsThere() {
    Details dpo = new Details("The DPO", null, Role.DPO, null);
    Account account = people.addFirst(dpo, "three odd words", true, "breachledger");
    Account again = people.addFirst(dpo, "four quite odd words", false, "breachledger");

    assertThat(account.signInName()).isEqualTo("dpo");
    assertThat(account.mustChange()).isTrue();
    assertThat(again).isEqualTo(account);
    assertThat(said())
        .containsExactly(
            "breachledger add-account account " + account.userId() + " {\"role\":\"dpo\"}");
  }

  @Test
  void anAddressOfAnotherAddsNoEntry() {
    invited();
    people.add(BOARD, "operator");
    assertThat(said()).hasSize(1);
  }

  @Test
  void aRoleOfOneSchoolNamesIt() {
    assertThatThrownBy(() -> new Details("H", null, Role.HEAD, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Details("D", null, Role.DPO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Stream.of(BOARD, people.list()).map(String::valueOf))
        .noneMatch(text -> text.contains("uillon"));
  }

  private Account invited() {
    return accounts.find(people.add(BOARD, "operator").orElseThrow()).orElseThrow();
  }

  private AccountLinks at(Instant now) {
    return new AccountLinks(
        database.jdbc(), database.transactions(), accounts, trail(), clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
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

  private String mark(long id) {
    return people.find(id).orElseThrow().mark();
  }
}
