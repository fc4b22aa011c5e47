package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breachledger.policy.EditedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shipped rule on both sides of each of its edges. */
class SignalWatchTest {

  private static final String MONDAY_2_MARCH = "2026-03-02T09:00";
  private static final String FAILED = "Login failed";

  @ParameterizedTest(name = "{0} failed log-ins, {1} s apart: {2} signals")
  @CsvSource({
    "4, 60, 0", // one too few
    "5, 60, 1", // five in four minutes
    "5, 150, 1", // the fifth exactly ten minutes after the first
    "5, 151, 0", // the fifth four seconds later
    "9, 151, 0", // never five within ten minutes
  })
  void failedLogInsOnOneAccount(int times, int secondsApart, int signals) {
    Lines lines = Lines.of().every(MONDAY_2_MARCH, Duration.ofSeconds(secondsApart), times, FAILED);
    assertThat(lines.signals()).hasSize(signals);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @Test
  void aBurstSaysWhenItBeganAndEndedAndWhereItStands() {
    Signal signal =
        Lines.of().every(MONDAY_2_MARCH, Duration.ofSeconds(90), 6, FAILED).signals().get(0);
    assertThat(signal.rule().code()).isEqualTo("failed-log-ins");
    assertThat(signal.subject()).isEqualTo("j.doe");
    assertThat(signal.from()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(signal.to()).isEqualTo(Instant.parse("2026-03-02T09:07:30Z"));
    assertThat(signal.lines()).isEqualTo(6);
    assertThat(signal.first()).isEqualTo(new Signal.Line(1, 2));
    assertThat(signal.last()).isEqualTo(new Signal.Line(1, 7));
    assertThat(SignalEvidence.of(signal))
        .isEqualTo("6 failed log-ins from 1 address, Monday 2 March 2026 at 09:00 to 09:07");
  }

  @ParameterizedTest(name = "a second burst {0} s after the first ended: {1} signals")
  @CsvSource({"600, 1", "601, 2"})
  void burstsCloserThanTheirStretchAreOneSignal(int secondsBetween, int signals) {
    Lines lines =
        Lines.of()
            .every("2026-03-02T09:00", Duration.ofSeconds(1), 5, FAILED)
            .every("2026-03-02T09:00:04", Duration.ZERO, 0, FAILED);
    Instant second = Instant.parse("2026-03-02T09:00:04Z").plusSeconds(secondsBetween);
    for (int i = 0; i < 5; i++) {
      lines.at(second.plusSeconds(i), FAILED, 0);
    }
    assertThat(lines.signals()).hasSize(signals);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @Test
  void linesOfTheSameStretchThatReachNothingBelongToNoSignal() {
    Lines lines =
        Lines.of()
            .at("2026-03-02T08:40", FAILED)
            .every("2026-03-02T09:00", Duration.ofSeconds(1), 5, FAILED)
            .at("2026-03-02T09:30", FAILED);
    assertThat(lines.signals()).singleElement().extracting(Signal::lines).isEqualTo(5);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @Test
  void anAccountIsTheSameWhateverItsCaseAndAnotherAtAnotherSchool() {
    Lines one = Lines.of();
    for (String name : List.of("J.Doe", "j.doe", "J.DOE", "j.doe", "J.Doe")) {
      one.account(name).at(MONDAY_2_MARCH, FAILED);
    }
    assertThat(one.rules()).containsExactly("failed-log-ins");
    Lines two = Lines.of();
    for (String school : List.of("Fernbank", "Oakfield", "Fernbank", "Oakfield", "Fernbank")) {
      two.school(school).at(MONDAY_2_MARCH, FAILED);
    }
    assertThat(two.rules()).isEmpty();
  }

  @ParameterizedTest(name = "{0} accounts fail once from one address: {1} signals")
  @CsvSource({"19, 0", "20, 1"})
  void failedLogInsFromOneAddress(int accounts, int signals) {
    Lines lines = Lines.of();
    for (int i = 0; i < accounts; i++) {
      lines.account("pupil" + i).at(MONDAY_2_MARCH, FAILED);
    }
    assertThat(lines.rules()).hasSize(signals).allMatch("failed-log-ins-from-one-address"::equals);
  }

  @ParameterizedTest(name = "\"{0}\", {1}: a failed log-in {2}")
  @CsvSource({
    "Log in, Failed, true",
    "log-in failed (wrong PIN), '', true",
    "Logged in, Success, false",
    "Report run failed, '', false",
    "Password reset, Completed, false",
    "User sign-in, LOCKED, true",
    "Loginfailed, '', false", // one word nobody listed
    "Catalogin failed, '', false", // whole words only
  })
  void whatAFailedLogInIs(String what, String outcome, boolean failed) {
    Lines lines = Lines.of().outcome(outcome).every(MONDAY_2_MARCH, Duration.ZERO, 5, what);
    assertThat(lines.rules().contains("failed-log-ins")).isEqualTo(failed);
  }

  @ParameterizedTest(name = "{0} exports, {1} s apart: {2} signals")
  @CsvSource({"9, 60, 0", "10, 60, 1", "10, 400, 1", "10, 401, 0"})
  void manyExports(int times, int secondsApart, int signals) {
    Lines lines =
        Lines.of()
            .every(MONDAY_2_MARCH, Duration.ofSeconds(secondsApart), times, "Exported a report");
    assertThat(lines.signals()).hasSize(signals);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @ParameterizedTest(name = "{0} and {1} records, {2} minutes apart: {3} signals")
  @CsvSource({
    "0, 500, 0, 1",
    "0, 499, 0, 0",
    "250, 250, 60, 1",
    "250, 250, 61, 0",
    "1, 499, 60, 1",
  })
  void muchExportedAtOnce(long one, long two, int minutes, int signals) {
    Lines lines =
        Lines.of()
            .at(Instant.parse("2026-03-02T09:00:00Z"), "Export pupils", one)
            .at(
                Instant.parse("2026-03-02T09:00:00Z").plusSeconds(60L * minutes),
                "Print list",
                two);
    assertThat(lines.rules()).hasSize(signals).allMatch("mass-export"::equals);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @Test
  void recordsOfLinesThatExportNothingDoNotCount() {
    assertThat(Lines.of().at(MONDAY_2_MARCH, "Attendance marks changed", 9000).rules()).isEmpty();
    assertThat(Lines.of().outcome("failed").at(MONDAY_2_MARCH, "Export", 9000).rules()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: out of hours {1}")
  @CsvSource({
    "2026-03-02T06:59:59, true", // Monday, a second before opening
    "2026-03-02T07:00:00, false",
    "2026-03-02T17:59:59, false",
    "2026-03-02T18:00:00, true", // the last minute is not open any more
    "2026-03-07T12:00:00, true", // Saturday
    "2026-03-08T12:00:00, true", // Sunday
    "2026-04-03T12:00:00, true", // Good Friday
    "2026-04-02T12:00:00, false", // the Thursday before it
    "2026-12-28T12:00:00, true", // Monday, Boxing Day's substitute
    "2026-03-30T06:59:00, true", // Monday after the clocks went forward
    "2026-03-30T07:00:00, false",
    "2026-10-26T17:59:00, false", // Monday after the clocks went back
    "2026-10-26T18:00:00, true",
    "2028-02-29T12:00:00, false", // Tuesday 29 February
  })
  void outsideOpeningHours(String local, boolean outside) {
    assertThat(Lines.of().at(local, "Viewed a record").rules())
        .isEqualTo(outside ? List.of("out-of-hours") : List.of());
  }

  @Test
  void greenwichTimeInSummerIsAnHourBehindTheSchoolsClock() {
    Instant sixGmtIsSevenInSummer = Instant.parse("2026-06-01T06:00:00Z");
    assertThat(Lines.of().at(sixGmtIsSevenInSummer, "Viewed", 0).rules()).isEmpty();
    assertThat(Lines.of().at(sixGmtIsSevenInSummer.minusSeconds(1), "Viewed", 0).rules())
        .containsExactly("out-of-hours");
    Instant fiveGmtIsSixInSummer = Instant.parse("2026-06-01T17:00:00Z");
    assertThat(Lines.of().at(fiveGmtIsSixInSummer, "Viewed", 0).rules())
        .containsExactly("out-of-hours");
    assertThat(Lines.of().at(fiveGmtIsSixInSummer.minusSeconds(1), "Viewed", 0).rules()).isEmpty();
  }

  @Test
  void aNightsWorkIsOneSignalWhileNoPauseIsLongerThanAnHour() {
    Lines one = Lines.of().at("2026-03-02T22:00", "Viewed").at("2026-03-02T23:00", "Viewed");
    assertThat(one.signals()).singleElement().extracting(Signal::lines).isEqualTo(2);
    Lines two = Lines.of().at("2026-03-02T22:00", "Viewed").at("2026-03-02T23:00:01", "Viewed");
    assertThat(two.signals()).hasSize(2);
    assertThat(two.backwards()).isEqualTo(two.signals());
  }

  @Test
  void programsAndFailedLogInsDoNotWorkOutOfHours() {
    assertThat(Lines.of().account("SYSTEM").at("2026-03-01T03:00", "Nightly sync").rules())
        .isEmpty();
    assertThat(Lines.of().at("2026-03-01T03:00", FAILED).rules()).isEmpty();
  }

  @Test
  void aSchoolsOwnHolidaysAreClosedForItAlone() {
    EditedPolicy policy =
        EditedPolicy.shipped()
            .with(
                "calendars/school-holidays.csv",
                "school,from,to,name\nFernbank Primary,2026-02-16,2026-02-20,Half term\n");
    List<String> days = List.of("2026-02-13", "2026-02-16", "2026-02-20", "2026-02-23");
    for (String day : days) {
      boolean closed = day.endsWith("16") || day.endsWith("20");
      assertThat(Lines.of().school("Fernbank Primary").at(day + "T12:00", "Viewed").signals(policy))
          .as(day)
          .hasSize(closed ? 1 : 0);
      assertThat(Lines.of().school("Oakfield").at(day + "T12:00", "Viewed").signals(policy))
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} addresses, the last {1} s after the first: {2} signals")
  @CsvSource({"2, 60, 0", "3, 900, 1", "3, 901, 0"})
  void oneAccountFromSeveralAddresses(int addresses, int seconds, int signals) {
    Lines lines = Lines.of();
    Instant from = Instant.parse("2026-03-02T09:00:00Z");
    for (int i = 0; i < addresses; i++) {
      long after = i == addresses - 1 ? seconds : i;
      lines.address("10.0.0." + i).at(from.plusSeconds(after), "Viewed", 0);
    }
    assertThat(lines.rules()).hasSize(signals).allMatch("shared-account"::equals);
    assertThat(lines.backwards()).isEqualTo(lines.signals());
  }

  @Test
  void comingBackToAnAddressIsNoFurtherAddress() {
    Lines lines = Lines.of();
    for (int i = 0; i < 50; i++) {
      lines.address("10.0.0." + i % 2).at(MONDAY_2_MARCH, "Viewed");
    }
    assertThat(lines.rules()).isEmpty();
    assertThat(lines.address("10.0.0.9").at(MONDAY_2_MARCH, "Viewed").signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.lines()).isEqualTo(51);
              assertThat(signal.addresses()).isEqualTo(3);
            });
  }

  @Test
  void aLineWithoutAnAccountOrAnAddressMakesNothingOfThem() {
    assertThat(
            Lines.of()
                .account("")
                .address("")
                .every(MONDAY_2_MARCH, Duration.ZERO, 50, FAILED)
                .rules())
        .isEmpty();
  }
}
