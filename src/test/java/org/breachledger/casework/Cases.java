package org.breachledger.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;

/** A case written in one line: {@code closed=2026-03-20; findings=text; !systemic-cause=found}. */
final class Cases {

  static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();

  private Cases() {}

  /** The shipped rules of a profile. */
  static CaseRules rules(String profile) {
    return CaseRules.read(SHIPPED, PolicyProfile.read(SHIPPED, profile));
  }

  /**
   * A case.
   *
   * @param written {@code field=value} is a fact of its sheet; {@code !subject=outcome@day} was
   *     decided by the DPO on that day, else on 2 March 2026; {@code level=2} is the computed
   *     level, {@code score=4} its score; {@code action=due/done} an action recorded, {@code -} for
   *     neither
   */
  static CaseFile of(String written) {
    Facts facts = Facts.none();
    List<Decision> decisions = new ArrayList<>();
    List<CaseAction> actions = new ArrayList<>();
    Integer level = null;
    Integer score = null;
    for (String part : written.split(";")) {
      String[] sides = part.strip().split("=", 2);
      if (sides[0].isEmpty()) {
        continue;
      }
      if (sides[0].startsWith("!")) {
        decisions.add(decision(sides[0].substring(1), sides[1]));
      } else if (sides[0].equals("level")) {
        level = Integer.valueOf(sides[1]);
      } else if (sides[0].equals("score")) {
        score = Integer.valueOf(sides[1]);
      } else if (sides[0].equals("action")) {
        actions.add(action(sides[1]));
      } else {
        Field field = Field.find(sides[0]).orElseThrow();
        facts = facts.with(field, field.kind().parse(sides[1]));
      }
    }
    PolicyProfile profile = PolicyProfile.read(SHIPPED, "category-levels");
    CaseAction.ofSheet(facts, profile).ifPresent(actions::add);
    return new CaseFile(
        1,
        "Elm School",
        "A1",
        facts,
        Optional.ofNullable(level),
        Optional.ofNullable(score),
        Optional.empty(),
        decisions,
        actions);
  }

  private static Decision decision(String subject, String outcome) {
    String[] sides = outcome.split("@");
    boolean reason = !sides[0].endsWith("?");
    return new Decision(
        subject,
        sides[0].replace("?", ""),
        Moment.parse(sides.length == 1 ? "2026-03-02" : sides[1]),
        new ByWhom(Optional.of("dpo"), Optional.empty()),
        reason ? Optional.of("because") : Optional.empty(),
        Optional.empty());
  }

  private static CaseAction action(String written) {
    String[] sides = written.split("/");
    return new CaseAction(
        Optional.of(7L),
        ActionKind.TRAINING,
        Optional.empty(),
        sides[0].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(sides[0])),
        sides[1].equals("-") ? Optional.empty() : Optional.of(Moment.parse(sides[1])));
  }
}
