package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInThrottleTest {

  private Instant now = Instant.parse("2026-07-01T02:00:00Z");
  private final SignInThrottle throttle = new SignInThrottle(new Hands());

  @ParameterizedTest
  @CsvSource({"4, PT0S", "5, PT1M", "6, PT2M", "7, PT4M", "11, PT1H", "30, PT1H"})
  void theWaitGrowsWithEachWrongPassword(int wrong, Duration wait) {
    for (int i = 0; i < wrong; i++) {
      throttle.failed("dpo", "10.0.0.1");
    }

    now = now.plus(wait).minusMillis(1);
    assertThat(throttle.open("dpo", "10.0.0.1")).isEqualTo(wait.isZero());
    now = now.plusMillis(1);
    assertThat(throttle.open("dpo", "10.0.0.1")).isTrue();
  }

  @Test
  void anotherNameOrAddressIsNotHeldUp() {
    fail(5);

    assertThat(throttle.open(" DPO ", "10.0.0.1")).isFalse();
    assertThat(throttle.open("dpo", "10.0.0.2")).isTrue();
    assertThat(throttle.open("operator", "10.0.0.1")).isTrue();
  }

  @Test
  void theRightPasswordBeginsTheCountAnew() {
    fail(4);
    throttle.succeeded("dpo", "10.0.0.1");
    fail(4);

    assertThat(throttle.open("dpo", "10.0.0.1")).isTrue();
  }

  @Test
  void anHourAfterTheLastWaitAllIsForgotten() {
    fail(5);
    now = now.plus(Duration.ofMinutes(61)).plusSeconds(1);
    fail(1);

    assertThat(throttle.open("dpo", "10.0.0.1")).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("dpo", "10.0.0.1");
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
