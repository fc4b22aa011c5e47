package org.breachledger.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.casework.SignalRule;
import org.breachledger.casework.SignalRuleWords;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.Signals;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.normalise.BreachTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signals; whom one is about is never among what is read here. */
final class SignalQueries {

  /** Which signals a list shows. */
  static final Set<String> STATES = Set.of("open", "decided");

  private static final int PAGE = 50;

  private final Reading reading;
  private final Signals signals;
  private final SignalRules rules;
  private final BreachTypes types;

  SignalQueries(JdbcClient jdbc, Reading reading, SignalRules rules, BreachTypes types) {
    this.reading = reading;
    this.signals = new Signals(jdbc);
    this.rules = rules;
    this.types = types;
  }

  /**
   * One signal.
   *
   * @param rule what the rule looks for; empty where it is no longer among the rules
   * @param school as the log has it; empty where nobody said
   * @param type the title of the type under which it is put forward
   * @param decided by whom and when; empty while it is open
   * @param incidentId null where it became none
   */
  record Row(
      long id,
      String title,
      String rule,
      String evidence,
      String school,
      String from,
      String to,
      int lines,
      long records,
      int addresses,
      String typeCode,
      String type,
      long importId,
      int firstRow,
      int lastRow,
      String raised,
      String state,
      String decided,
      @Nullable Long incidentId) {

    /** Whether nobody has decided on it. */
    public boolean open() {
      return state.equals("open");
    }
  }

  /** How many nobody has decided on. */
  int open() {
    return reading.read(signals::open);
  }

  /** Those of a state, or all: the open ones first, then by when they began, the newest first. */
  List<StoredSignal> stored(String state) {
    return reading.read(() -> signals.stretch(state, TablePages.MOST, 0));
  }

  /** A page of the list, and whether one follows it. */
  record Found(List<Row> rows, boolean more) {}

  /**
   * The same a page at a time.
   *
   * @param page from 1
   */
  Found list(String state, int page) {
    List<Row> rows =
        reading.read(() -> signals.stretch(state, PAGE + 1, (page - 1) * PAGE)).stream()
            .map(this::row)
            .toList();
    boolean more = rows.size() > PAGE;
    return new Found(more ? rows.subList(0, PAGE) : rows, more);
  }

  /** The signal of that number; empty where the trust has none. */
  Optional<Row> find(long id) {
    return reading.read(() -> signals.find(id)).map(this::row);
  }

  private Row row(StoredSignal signal) {
    return new Row(
        signal.id(),
        signal.title(),
        words(signal.rule()),
        signal.evidence(),
        signal.school(),
        Shown.moment(signal.from()),
        Shown.moment(signal.to()),
        signal.lines(),
        signal.records(),
        signal.addresses(),
        signal.breachType(),
        types.find(signal.breachType()).isPresent()
            ? types.titleOf(signal.breachType())
            : signal.breachType(),
        signal.importId(),
        signal.first().row(),
        signal.last().row(),
        Shown.moment(signal.raisedAt()),
        signal.state(),
        decided(signal),
        signal.incidentId());
  }

  private static String decided(StoredSignal signal) {
    return signal.decidedBy() == null || signal.decidedAt() == null
        ? ""
        : signal.decidedBy() + ", " + Shown.moment(signal.decidedAt());
  }

  private String words(String code) {
    return rules.rules().stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .map((SignalRule rule) -> SignalRuleWords.of(rule))
        .orElse("");
  }
}
