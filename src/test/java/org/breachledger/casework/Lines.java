package org.breachledger.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.breachledger.intake.AuditEvent;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicySource;

/** Lines of an access log, as a test writes them, and the signals they make. */
final class Lines {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final List<AuditEvent> lines = new ArrayList<>();
  private String account = "j.doe";
  private String address = "10.0.0.1";
  private String school = "";
  private String outcome = "";

  /** Lines of one account from one address, until another is named. */
  static Lines of() {
    return new Lines();
  }

  Lines account(String name) {
    account = name;
    return this;
  }

  Lines address(String name) {
    address = name;
    return this;
  }

  Lines school(String name) {
    school = name;
    return this;
  }

  Lines outcome(String words) {
    outcome = words;
    return this;
  }

  /** A line at a local London time such as {@code 2026-03-02T09:00}. */
  Lines at(String local, String what) {
    return at(local, what, 0);
  }

  Lines at(String local, String what, long records) {
    return at(LocalDateTime.parse(local).atZone(LONDON).toInstant(), what, records);
  }

  Lines at(Instant moment, String what, long records) {
    lines.add(
        new AuditEvent(
            1,
            lines.size() + 2,
            moment.toEpochMilli(),
            account,
            address,
            "",
            what,
            outcome,
            records,
            school));
    return this;
  }

  /** So many lines from a local time on, so far apart. */
  Lines every(String local, Duration apart, int times, String what) {
    Instant from = LocalDateTime.parse(local).atZone(LONDON).toInstant();
    for (int i = 0; i < times; i++) {
      at(from.plus(apart.multipliedBy(i)), what, 0);
    }
    return this;
  }

  List<AuditEvent> list() {
    return List.copyOf(lines);
  }

  /** The signals of these lines in the order they stand here, under the shipped rules. */
  List<Signal> signals() {
    return signals(EditedPolicy.shipped());
  }

  List<Signal> signals(PolicySource policy) {
    return watched(lines, policy);
  }

  /** The signals of the same lines, the newest first. */
  List<Signal> backwards() {
    List<AuditEvent> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return watched(reversed, EditedPolicy.shipped());
  }

  /** The codes of the rules that made a signal, in the order of their first lines. */
  List<String> rules() {
    return signals().stream().map(signal -> signal.rule().code()).toList();
  }

  private static List<Signal> watched(List<AuditEvent> events, PolicySource policy) {
    SignalWatch watch = new SignalWatch(SignalRules.read(policy));
    events.forEach(watch::take);
    return watch.end();
  }
}
