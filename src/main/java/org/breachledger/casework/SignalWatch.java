package org.breachledger.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Watches the lines of one log for signals. Lines come in the order of time, from the oldest or
 * from the newest; the signals are the same. An account is told apart from others of its name at
 * another school, and its name's case does not matter.
 */
public final class SignalWatch implements AuditLog.Sink {

  private static final int SWEEP_FROM = 20_000;

  private final SignalRules rules;
  private final SignalRule[] each;
  private final EventWords words;
  private final OpeningHours hours;
  private final Map<String, School> schools = new HashMap<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Signal> found = new ArrayList<>();
  private int subjects;
  private int sweepAt = SWEEP_FROM;

  /** A watch under some rules. */
  public SignalWatch(SignalRules rules) {
    this.rules = rules;
    this.each = rules.rules().toArray(SignalRule[]::new);
    this.words = rules.words();
    this.hours = rules.hours();
  }

  /** One account or address and what each rule knows of it. */
  private record Subject(boolean program, @Nullable Chain[] chains) {}

  /** The rules that lines with some groups of words belong to. */
  private record Wanted(long groups, boolean[] rules) {}

  /** The accounts and addresses of one school. */
  private static final class School {

    private final String written;
    private final String folded;
    private final Map<String, Subject> accounts = new HashMap<>();
    private final Map<String, Subject> addresses = new HashMap<>();
    private OpeningHours.@Nullable OneDay day;

    private School(String written) {
      this.written = written;
      this.folded = FoldedText.of(written);
    }

    private boolean closed(long millis, OpeningHours hours) {
      OpeningHours.OneDay known = day;
      if (known == null || !known.holds(millis)) {
        known = hours.day(millis, folded);
        day = known;
      }
      return known.closed(millis);
    }
  }

  @Override
  public boolean take(AuditEvent event) {
    School school = school(event.school());
    boolean[] wants = rulesFor(words.groupsIn(event));
    Subject account = null;
    Subject address = null;
    for (int i = 0; i < each.length; i++) {
      if (!wants[i] || (each[i].recordsOnly() && event.records() == 0)) {
        continue;
      }
      if (each[i].by() == SignalRule.By.ACCOUNT) {
        account = account == null ? subject(school.accounts, event.account()) : account;
        watch(i, account, event, event.account(), school);
      } else {
        address = address == null ? subject(school.addresses, event.address()) : address;
        watch(i, address, event, event.address(), school);
      }
    }
    if (subjects > sweepAt) {
      sweep(event.at());
    }
    return true;
  }

  /** The signals of the whole log, by the line they begin with. */
  public List<Signal> end() {
    for (School school : schools.values()) {
      school.accounts.values().forEach(this::finish);
      school.addresses.values().forEach(this::finish);
    }
    schools.clear();
    found.sort(
        java.util.Comparator.comparing(Signal::from)
            .thenComparing(signal -> signal.rule().code())
            .thenComparing(Signal::subject));
    return List.copyOf(found);
  }

  private School school(String written) {
    School known = schools.get(written);
    if (known == null) {
      known = new School(written);
      schools.put(written, known);
    }
    return known;
  }

  private void watch(int rule, Subject subject, AuditEvent event, String name, School school) {
    if (name.isEmpty() || (each[rule].closedOnly() && !outOfHours(subject, event, school))) {
      return;
    }
    Chain chain = subject.chains()[rule];
    if (chain == null) {
      chain = new Chain(each[rule], name, school.written);
      subject.chains()[rule] = chain;
    }
    Signal complete = chain.take(event);
    if (complete != null) {
      found.add(complete);
    }
  }

  private boolean outOfHours(Subject subject, AuditEvent event, School school) {
    return !subject.program() && school.closed(event.at(), hours);
  }

  /** There are few different combinations, so that a list is quicker than a table. */
  private boolean[] rulesFor(long groups) {
    for (Wanted known : wanted) {
      if (known.groups() == groups) {
        return known.rules();
      }
    }
    boolean[] rules = whichRules(groups);
    wanted.add(new Wanted(groups, rules));
    return rules;
  }

  private boolean[] whichRules(long groups) {
    boolean[] which = new boolean[each.length];
    for (int i = 0; i < each.length; i++) {
      SignalRule rule = each[i];
      which[i] =
          (rule.events().isEmpty()
                  || rule.events().stream().anyMatch(kind -> words.is(kind, groups)))
              && rule.except().stream().noneMatch(kind -> words.is(kind, groups));
    }
    return which;
  }

  /** Found by the name as written, which is quick; names that differ in case share a subject. */
  private Subject subject(Map<String, Subject> known, String name) {
    Subject subject = known.get(name);
    if (subject == null) {
      subject =
          known.computeIfAbsent(
              "\0" + name.toLowerCase(Locale.ROOT),
              any -> new Subject(rules.isProgram(name), new Chain[each.length]));
      known.put(name, subject);
      subjects++;
    }
    return subject;
  }

  private void finish(Subject subject) {
    for (Chain chain : subject.chains()) {
      Signal signal = chain == null ? null : chain.finish();
      if (signal != null) {
        found.add(signal);
      }
    }
  }

  /** Forgets those of whom nothing can follow, so that a log of any length fits. */
  private void sweep(long now) {
    int left = 0;
    for (School school : schools.values()) {
      left += sweep(school.accounts, now) + sweep(school.addresses, now);
    }
    subjects = left;
    sweepAt = Math.max(SWEEP_FROM, 2 * left);
  }

  private int sweep(Map<String, Subject> known, long now) {
    for (Iterator<Subject> all = known.values().iterator(); all.hasNext(); ) {
      Subject subject = all.next();
      boolean over = true;
      for (Chain chain : subject.chains()) {
        over &= chain == null || chain.over(now);
      }
      if (over) {
        finish(subject);
        all.remove();
      }
    }
    return known.size();
  }
}
