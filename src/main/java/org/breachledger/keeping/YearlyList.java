package org.breachledger.keeping;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.incident.Sha256;

/**
 * What a person is asked to confirm the destruction of once a year [002]: every incident that is
 * due and that neither a legal hold, a person's word nor the six-month comparison keeps.
 *
 * @param items in the order of the incidents' numbers
 * @param stays what is due and stays, by what keeps it
 */
public record YearlyList(List<ListedIncident> items, List<Stays> stays) {

  /** So many figures of an identity name it. */
  public static final int SHOWN = 12;

  /** Copies and orders the incidents. */
  public YearlyList {
    items = items.stream().sorted(Comparator.comparingLong(ListedIncident::id)).toList();
    stays = List.copyOf(stays);
  }

  /** What keeps an incident that is due. */
  public enum KeptBy {
    /** A legal hold. */
    HOLD,
    /** A person's word, with a reason. */
    PERSON,
    /** The six-month comparison still looks at its day. */
    COMPARISON
  }

  /**
   * An incident that is due and stays.
   *
   * @param school as papers call it
   * @param reference as papers call it
   */
  public record Stays(String school, String reference, KeptBy by) {}

  /**
   * The list's identity: a SHA-256 over the numbers, references and due days of what is on it.
   * Another incident, another reference or another day makes another list.
   */
  public String identity() {
    return Sha256.of(
        items.stream()
            .map(item -> item.id() + "\t" + item.reference() + "\t" + item.due() + "\n")
            .collect(Collectors.joining()));
  }

  /** Its first figures, as they are printed and typed. */
  public String name() {
    return identity().substring(0, SHOWN);
  }

  /** Whether somebody named this list: by its first figures or more of them, in any case. */
  public boolean isNamed(String written) {
    String figures = written.strip().toLowerCase(java.util.Locale.ROOT);
    return figures.length() >= SHOWN && identity().startsWith(figures);
  }

  /** How many stay for a reason. */
  public int staying(KeptBy by) {
    return (int) stays.stream().filter(one -> one.by() == by).count();
  }
}
