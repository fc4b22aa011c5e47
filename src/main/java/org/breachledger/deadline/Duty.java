package org.breachledger.deadline;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Field;

/**
 * Something the policy obliges somebody to do within a time of its own.
 *
 * @param code its name in columns and exports, such as {@code form_a}
 * @param title its name in papers
 * @param starts the field its clock starts at
 * @param instead fields used in its place where it is missing, in order
 * @param done the field that ends it
 * @param limit how long it may take; empty where the policy names no time, so that only the hours
 *     taken are shown
 * @param needed for which incidents
 * @param warnBefore hours before the due moment at which a warning goes out
 * @param who the role that owes it
 * @param source the paragraph
 */
public record Duty(
    String code,
    String title,
    Field starts,
    List<Field> instead,
    Field done,
    Optional<Limit> limit,
    Needed needed,
    int warnBefore,
    String who,
    String source) {

  /** For which incidents a duty is needed. */
  public enum Needed {
    /** For every incident. */
    ALWAYS,
    /** For Category Level 2: somebody must decide. */
    DECISION,
    /**
     * For Category Level 2 until it is decided not to notify, and wherever notification is decided.
     */
    NOTIFICATION
  }

  /** Copies the fields. */
  public Duty {
    instead = List.copyOf(instead);
  }
}
