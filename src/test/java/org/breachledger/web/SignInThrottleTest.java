package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.breachledger.web.SignInThrottle.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInThrottleTest {

  private static final String HERE = "10.0.0.1";

  private Instant now = Instant.parse("2026-07-01T02:00:00Z");
  private final SignInThrottle throttle = new SignInThrottle(new Hands());

  @ParameterizedTest
  @CsvSource({"4, PT0S", "5, PT1M", "6, PT2M", "7, PT4M", "11, PT1H", "30, PT1H"})
  void theWaitGrowsWithEachWrongPassword(int wrong, Duration wait) {
    fail(wrong);

    if (!wait.isZero()) {
      now = now.plus(wait).minusMillis(1);
      assertThat(begin("dpo")).isFalse();
      now = now.plusMillis(1);
    }
    assertThat(begin("dpo")).isTrue();
  }

  @Test
  void anotherNameAddressOrKindIsNotHeldUp() {
    fail(5);

    assertThat(begin(" DPO ")).isFalse();
    assertThat(throttle.begin(Kind.PASSWORD, "dpo", "10.0.0.2")).isTrue();
    assertThat(throttle.begin(Kind.CODE, "dpo", HERE)).isTrue();
    assertThat(begin("operator")).isTrue();
  }

  @Test
  void theRightPasswordBeginsTheCountAnew() {
    fail(4);
    assertThat(begin("dpo")).isTrue();
    throttle.succeeded(Kind.PASSWORD, "dpo", HERE);
    fail(4);

    assertThat(begin("dpo")).isTrue();
  }

  @Test
  void anHourAfterTheLastWaitAllIsForgotten() {
    fail(5);
    now = now.plus(Duration.ofMinutes(61)).plusSeconds(1);
    fail(1);

    assertThat(begin("dpo")).isTrue();
  }

  /** None of them is known to be wrong when the next begins. */
  @Test
  void ofManyTriesAtOnceFiveAreLookedAt() {
    assertThat(IntStream.range(0, 200).filter(i -> begin("dpo")).count()).isEqualTo(5);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(IntStream.range(0, 200).filter(i -> begin("dpo")).count()).isEqualTo(1);
  }

  @Test
  void manyNamesOfOneKindPushNoneOfAnotherOut() {
    for (int i = 0; i < 5; i++) {
      throttle.begin(Kind.CODE, "account 7", HERE);
    }
    fail(5);
    for (int i = 0; i < 20_000; i++) {
      throttle.begin(Kind.ADDRESS, "nobody" + i + "@example.org", HERE);
    }

    assertThat(throttle.begin(Kind.CODE, "account 7", HERE)).isFalse();
    assertThat(begin("dpo")).isFalse();
  }

  private boolean begin(String name) {
    return throttle.begin(Kind.PASSWORD, name, HERE);
  }

  /** As often as it takes, waiting where that is asked. */
  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      while (!begin("dpo")) {
        now = now.plus(Duration.ofMinutes(1));
      }
    }
  }

  /** A clock whose hands the test sets. */
  private final class Hands extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
