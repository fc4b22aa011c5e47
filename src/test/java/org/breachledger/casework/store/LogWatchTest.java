package org.breachledger.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.breachledger.casework.Signal;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.SignalWatch;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.AuditSummary;
import org.breachledger.policy.EditedPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A log that is read and watched at once shows what its lines show one after another. */
class LogWatchTest {

  private static final long MONDAY_2_MARCH_0600 = 1_772_431_200_000L;
  private static final int LINES = 30_000;
  private static final List<String> DEEDS =
      List.of("Login failed", "Exported a list", "Viewed a record", "Logged in");

  /** Lines as a test made them. */
  private record Made(List<AuditEvent> events, boolean newestFirst) implements AuditLog {

    @Override
    public AuditSummary summary() {
      return new AuditSummary(
          "made", List.of(), java.util.Map.of(), List.of(), newestFirst, List.of());
    }

    @Override
    public AuditLines read(Sink sink) {
      AuditLines lines = new AuditLines();
      lines.timeOfDay();
      lines.count(1, events.size());
      for (AuditEvent event : events) {
        if (!sink.take(event)) {
          break;
        }
      }
      return lines;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest(name = "newest first: {0}")
  @ValueSource(booleans = {false, true})
  void theSignalsAreTheSame(boolean newestFirst) throws Exception {
    SignalRules rules = SignalRules.read(EditedPolicy.shipped());
    List<AuditEvent> events = events();
    if (newestFirst) {
      Collections.reverse(events);
    }
    SignalWatch watch = new SignalWatch(rules);
    events.forEach(watch::take);
    List<Signal> expected = watch.end();
    assertThat(expected).hasSizeGreaterThan(100);
    LogWatch.Watched watched =
        new LogWatch(rules, new SimpleDriverDataSource()).watch(new Made(events, newestFirst));
    assertThat(watched.signals()).isEqualTo(expected);
    assertThat(watched.lines().total()).isEqualTo(LINES);
  }

  private static List<AuditEvent> events() {
    Random random = new Random(5);
    List<AuditEvent> events = new ArrayList<>();
    long at = MONDAY_2_MARCH_0600;
    for (int row = 2; row < LINES + 2; row++) {
      at += 1 + random.nextInt(20_000);
      int account = random.nextInt(90);
      events.add(
          new AuditEvent(
              1,
              row,
              at,
              (random.nextInt(5) == 0 ? "USER" : "user") + account,
              "10.0." + random.nextInt(3) + "." + account % 9,
              "",
              DEEDS.get(Math.min(3, random.nextInt(12))),
              "",
              random.nextInt(50),
              "School " + account % 4));
    }
    return events;
  }
}
