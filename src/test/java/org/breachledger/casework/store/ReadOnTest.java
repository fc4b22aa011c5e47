package org.breachledger.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.breachledger.intake.AuditEvent;
import org.junit.jupiter.api.Test;

/** Lines that another thread works on while the log is read on. */
class ReadOnTest {

  private static final int LINES = 12_345;

  private static AuditEvent line(int row) {
    return new AuditEvent(1, row, row, "a", "", "", "", "", 0, "");
  }

  @Test
  void everyLineArrivesInItsOrder() {
    List<Integer> given = new ArrayList<>();
    try (ReadOn events = new ReadOn(event -> given.add(event.row()))) {
      IntStream.range(0, LINES).forEach(row -> assertThat(events.take(line(row))).isTrue());
      events.finish();
    }
    assertThat(given).isEqualTo(IntStream.range(0, LINES).boxed().toList());
  }

  @Test
  void noLineIsHandedOnAfterTheOneThatWasEnough() {
    List<Integer> given = Collections.synchronizedList(new ArrayList<>());
    int read = 0;
    try (ReadOn events =
        new ReadOn(
            event -> {
              given.add(event.row());
              return event.row() < 7;
            })) {
      while (events.take(line(read)) && read < LINES) {
        read++;
      }
      events.finish();
    }
    assertThat(given).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(read).isLessThan(LINES);
  }

  @Test
  void whatTheWorkThrowsReachesTheReader() {
    try (ReadOn events =
        new ReadOn(
            event -> {
              throw new IllegalStateException("line " + event.row());
            })) {
      assertThatThrownBy(
              () -> {
                IntStream.range(0, LINES).forEach(row -> events.take(line(row)));
                events.finish();
              })
          .hasMessage("line 0");
    }
  }
}
