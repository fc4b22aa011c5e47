package org.breachledger.reporting;

import java.util.List;

/**
 * Each type's incidents against their own past, for the schools that submitted every month.
 *
 * @param schools how many schools are counted
 * @param leftOut how many are left out because months were not submitted
 * @param types all types together first, then each type that happened; empty where no school
 *     submitted enough months in a row
 */
public record TypeCharts(int schools, int leftOut, List<ChartedType> types) {

  /** Copies the charts. */
  public TypeCharts {
    types = List.copyOf(types);
  }

  /** Nothing is charted. */
  public static TypeCharts none() {
    return new TypeCharts(0, 0, List.of());
  }

  /** Whether there is an incident to draw. */
  public boolean drawn() {
    return types.stream().anyMatch(type -> type.incidents() > 0);
  }

  /** What is charted, and how to read it. */
  public String sentence() {
    return counted()
        + " The line in the middle is the average; what lies between the dashed lines is within what"
        + " chance explains. A ring marks what stands out.";
  }

  private String counted() {
    if (leftOut == 0) {
      return "Counted "
          + (schools == 1 ? "is the school" : "are all " + schools + " schools")
          + ".";
    }
    return "Counted "
        + (schools == 1 ? "is the school" : "are the " + schools + " schools")
        + " that submitted every month; "
        + Words.count(leftOut, "school")
        + " "
        + Words.is(leftOut)
        + " left out, because silence would look like success.";
  }

  /**
   * What stands out among all incidents of two halves, for a paper without charts; empty where none
   * is drawn.
   */
  public String all(Halves halves) {
    return drawn()
        ? "All months since "
            + Words.month(types.get(0).first())
            + " were compared. "
            + types.get(0).since(halves)
        : "";
  }
}
