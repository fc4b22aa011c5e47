package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/**
 * How many people the incidents of both halves affected, in words only: what is not to be known is
 * not in here.
 *
 * @param rows each type of which there was an incident in either half, all of them last; empty
 *     where no number is known
 * @param limit the numbers that are not printed
 * @param unknownPrevious incidents of the half before whose number of people is unknown
 * @param unknownCurrent the same of this half
 * @param ranges whether some number was recorded as a range
 */
public record PeopleAffected(
    List<Row> rows, SmallNumbers limit, int unknownPrevious, int unknownCurrent, boolean ranges) {

  /** Printed for a number that would give away another one. */
  public static final String WITHHELD = "withheld";

  /** Printed where there were incidents, and the number of none of them is known. */
  public static final String NOT_KNOWN = "not known";

  /** Copies the rows. */
  public PeopleAffected {
    rows = List.copyOf(rows);
    Words.notNegative(unknownPrevious, unknownCurrent);
  }

  /**
   * The people affected by incidents of one type.
   *
   * @param previous the half before, as it is printed
   * @param current this half, as it is printed
   */
  public record Row(String title, String previous, String current) {}

  /** Nothing to print. */
  public static PeopleAffected none() {
    return new PeopleAffected(List.of(), new SmallNumbers(4), 0, 0, false);
  }

  /** What a paper prints of them; nothing where it speaks of incidents only. */
  public static PeopleAffected in(Paper paper) {
    if (paper instanceof GovernorPaper governors) {
      return governors.people();
    }
    return paper instanceof BoardPaper board ? board.people() : none();
  }

  /** Whether there was no incident at all. */
  public boolean isEmpty() {
    return rows.isEmpty() && unknownPrevious + unknownCurrent == 0;
  }

  /** What the numbers are, and what is not among them. */
  public String sentences() {
    List<String> all = new ArrayList<>();
    all.add("The people whose data the incidents concerned, as far as it was recorded.");
    if (unknownPrevious + unknownCurrent > 0) {
      all.add(unknown());
    }
    if (ranges) {
      all.add("Of a number recorded as a range, the upper end is counted.");
    }
    if (hides()) {
      all.add(
          "Numbers from "
              + limit.words()
              + " are not printed exactly, and others are withheld where they would give one of"
              + " these away.");
    }
    return String.join(" ", all);
  }

  private String unknown() {
    return "The number is unknown for "
        + Words.count(unknownCurrent, "incident")
        + " of this half and "
        + Words.count(unknownPrevious, "incident")
        + " of the half before.";
  }

  private boolean hides() {
    return rows.stream().anyMatch(row -> hidden(row.previous()) || hidden(row.current()));
  }

  private boolean hidden(String printed) {
    return printed.equals(limit.words()) || printed.equals(WITHHELD);
  }
}
