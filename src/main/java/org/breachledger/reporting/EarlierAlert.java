package org.breachledger.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of an alert an earlier comparison raised: how far it came, what was decided, and what
 * the next comparison found [002]. No person is named.
 *
 * @param where the school's name, or all schools
 * @param type the title of the breach type
 * @param anchor the first day after the half it was raised about
 * @param previous incidents of the half before that
 * @param current incidents of that half
 * @param state raised, acknowledged, forwarded, decided or closed
 * @param measures what was decided, in the order it was
 * @param outcome empty until the next comparison could tell
 */
public record EarlierAlert(
    String where,
    String type,
    LocalDate anchor,
    int previous,
    int current,
    String state,
    List<DecidedMeasure> measures,
    Optional<Outcome> outcome) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** Copies the measures. */
  public EarlierAlert {
    measures = List.copyOf(measures);
  }

  /**
   * What was decided.
   *
   * @param measure training, policy or control
   * @param owner a role's title, or that it is a person
   * @param due the last day, inclusive
   */
  public record DecidedMeasure(String measure, String owner, LocalDate due) {
    private String words() {
      return measure + " (" + owner + ", due " + DAY.format(due) + ")";
    }
  }

  /**
   * What the next comparison found.
   *
   * @param leftOut how many schools it left out
   * @param anchor the first day after the half that was compared
   */
  public record Outcome(int previous, int current, int leftOut, LocalDate anchor) {
    private String words() {
      String half =
          "In the half to "
              + DAY.format(anchor.minusDays(1))
              + (leftOut > 0 ? ", at the schools that submitted every month, " : " ");
      if (current == 0) {
        return half + "there was none.";
      }
      if (current < previous) {
        return half + "it fell from " + previous + " to " + current + ".";
      }
      return half + "it did not fall: " + previous + " before, " + current + " then.";
    }
  }

  /** All of it in three or four short sentences. */
  public String sentence() {
    List<String> said = new ArrayList<>();
    said.add(
        "%s, %s: %d before, %d in the half to %s."
            .formatted(type, where, previous, current, DAY.format(anchor.minusDays(1))));
    said.add(life());
    outcome.map(Outcome::words).ifPresent(said::add);
    return String.join(" ", said);
  }

  private String life() {
    if (!measures.isEmpty()) {
      return "Decided: "
          + String.join("; ", measures.stream().map(DecidedMeasure::words).toList())
          + ".";
    }
    return switch (state) {
      case "raised" -> "Nobody has acknowledged the alert.";
      case "acknowledged" -> "The alert was acknowledged; nothing is decided yet.";
      case "forwarded" -> "The alert went to the board; nothing is decided yet.";
      default -> "The alert was closed without a decision.";
    };
  }
}
