package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.breachledger.testing.Niceness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PreviewTurnsTest {

  private static final Duration SHORTLY = Duration.ofMillis(50);

  @Test
  void whoWaitsTooLongIsToldSoAndAskedAgainLater() {
    PreviewTurns turns = new PreviewTurns(1, SHORTLY);
    String told =
        turns.take(
            () -> {
              assertThatThrownBy(() -> turns.take(() -> "second")).isInstanceOf(StillReading.class);
              return "first";
            });
    assertThat(told).isEqualTo("first");
    assertThat(turns.take(() -> "second, asked for again").startsWith("second")).isTrue();
  }

  @Test
  void asManyAsMayAreReadAtOnce() {
    PreviewTurns turns = new PreviewTurns(2, SHORTLY);
    assertThat(turns.<String>take(() -> turns.take(() -> "second"))).isEqualTo("second");
  }

  @Test
  void aPreviewThatFailsGivesItsTurnBack() {
    PreviewTurns turns = new PreviewTurns(1, SHORTLY);
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalArgumentException("unreadable");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsReadLeavesTheCoresToThePages() {
    assertThat(PreviewTurns.ofThisMachine().<Integer>take(Niceness::ofThisThread))
        .isEqualTo(Math.max(10, Niceness.ofThisThread()));
  }
}
