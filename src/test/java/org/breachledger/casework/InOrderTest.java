package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breachledger.intake.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines a little out of order are put in order; others must be sorted. */
class InOrderTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @ParameterizedTest(name = "a line {0} s behind its place is put in order: {1}")
  @CsvSource({"0, true", "300, true", "301, false"})
  void aLineMayStandFiveMinutesBehindItsPlace(int seconds, boolean kept) {
    List<AuditEvent> given = new ArrayList<>();
    InOrder order = new InOrder(given::add, false, FIVE_MINUTES);
    long noon = 1_772_452_800_000L;
    order.take(event(2, noon));
    boolean wanted = order.take(event(3, noon - seconds * 1000L));
    order.take(event(4, noon + 1000));
    assertThat(wanted).isEqualTo(kept);
    assertThat(order.end()).isEqualTo(kept);
    if (kept && seconds > 0) {
      assertThat(given).extracting(AuditEvent::row).containsExactly(3, 2, 4);
    }
  }

  @Test
  void aLogFromTheNewestIsHandedOnFromTheNewest() {
    List<AuditEvent> given = new ArrayList<>();
    InOrder order = new InOrder(given::add, true, FIVE_MINUTES);
    long noon = 1_772_452_800_000L;
    long[] minutesBefore = {0, 3, 1, 4, 9, 8};
    for (int i = 0; i < minutesBefore.length; i++) {
      assertThat(order.take(event(i, noon - minutesBefore[i] * 60_000))).isTrue();
    }
    assertThat(order.end()).isTrue();
    assertThat(given).extracting(AuditEvent::row).containsExactly(0, 2, 1, 3, 5, 4);
  }

  @Test
  void linesOfOneMomentKeepTheirOrder() {
    List<AuditEvent> given = new ArrayList<>();
    InOrder order = new InOrder(given::add, false, FIVE_MINUTES);
    IntStream.range(0, 100).forEach(row -> order.take(event(row, 0)));
    order.end();
    assertThat(given).extracting(AuditEvent::row).isSorted().hasSize(100);
  }

  private static AuditEvent event(int row, long at) {
    return new AuditEvent(1, row, at, "a", "", "", "", "", 0, "");
  }
}
