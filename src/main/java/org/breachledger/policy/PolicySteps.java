package org.breachledger.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * Whole numbers cut into steps, each number in exactly one: a table with a gap or an overlap is
 * refused, because an incident could fall into no step or into two.
 */
public final class PolicySteps {

  /**
   * One step, as a row of a table gives it.
   *
   * @param line where the row stands, from 1
   * @param from the lowest number, inclusive; empty where there is no lower end
   * @param to the highest number, inclusive; empty where there is no upper end
   */
  public record Step(int line, OptionalInt from, OptionalInt to) {

    /** Whether a number lies in this step. */
    public boolean holds(int number) {
      return (from.isEmpty() || from.getAsInt() <= number)
          && (to.isEmpty() || number <= to.getAsInt());
    }
  }

  private PolicySteps() {}

  /**
   * Checks steps in the order of the file, lowest first.
   *
   * @param file the file's name under {@code jobs/}
   * @param lowest the number the first step must begin at; empty where it must have no lower end
   * @throws RefusedTable naming the line of the first step that leaves a gap or overlaps
   */
  public static void check(String file, OptionalInt lowest, List<Step> steps) {
    if (steps.isEmpty()) {
      throw new RefusedTable(file, 0, "there is no step; write at least one row");
    }
    Step first = steps.get(0);
    if (!first.from().equals(lowest)) {
      throw new RefusedTable(
          file,
          first.line(),
          lowest.isPresent()
              ? "gap: the first step must begin at " + lowest.getAsInt()
              : "gap: leave the lower end of the first step empty");
    }
    for (int i = 0; i < steps.size(); i++) {
      checkOrder(file, steps.get(i));
      if (i > 0) {
        checkNext(file, steps.get(i - 1), steps.get(i));
      }
    }
    Step last = steps.get(steps.size() - 1);
    if (last.to().isPresent()) {
      throw new RefusedTable(
          file,
          last.line(),
          "gap: nothing is said of numbers above "
              + last.to().getAsInt()
              + "; leave the upper end of the last step empty");
    }
  }

  private static void checkOrder(String file, Step step) {
    if (step.from().isPresent()
        && step.to().isPresent()
        && step.to().getAsInt() < step.from().getAsInt()) {
      throw new RefusedTable(
          file, step.line(), "this step ends at " + step.to().getAsInt() + ", before it begins");
    }
  }

  private static void checkNext(String file, Step before, Step step) {
    if (before.to().isEmpty() || step.from().isEmpty()) {
      throw new RefusedTable(
          file, step.line(), "this step overlaps the one before; only the ends may be open");
    }
    int wanted = before.to().getAsInt() + 1;
    int found = step.from().getAsInt();
    if (found > wanted) {
      throw new RefusedTable(
          file,
          step.line(),
          "gap: nothing is said of "
              + (found - 1 == wanted ? "" + wanted : wanted + " to " + (found - 1))
              + "; begin this step at "
              + wanted);
    }
    if (found < wanted) {
      throw new RefusedTable(
          file,
          step.line(),
          "overlap: the step before ends at " + (wanted - 1) + "; begin this step at " + wanted);
    }
  }
}
