package org.breachledger.alerting;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty somebody is warned of. Holds a reference, the duty's name and a time: nothing a person
 * wrote about the incident.
 *
 * @param duty the duty's title
 * @param due the last second in time; empty where it has no moment, as when nobody wrote when the
 *     case was closed
 */
public record DeadlineWarning(
    Stage stage, Place place, String reference, String duty, Optional<Instant> due) {

  private static final int LONGEST = 40;

  /** How far it has come, the gravest first. */
  public enum Stage {
    AFTER("overdue", "Overdue"),
    AT("due now", "Due within the hour, or due already"),
    BEFORE("running out", "Running out");

    private final String words;
    private final String heading;

    Stage(String words, String heading) {
      this.words = words;
      this.heading = heading;
    }

    /** In a subject line, after a number. */
    String words() {
      return words;
    }

    /** Above the duties at this stage. */
    String heading() {
      return heading;
    }
  }

  /** Drops line breaks and control characters of a reference and cuts one that is too long. */
  public DeadlineWarning {
    reference = reference.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    reference = reference.length() > LONGEST ? reference.substring(0, LONGEST) + "…" : reference;
  }
}
