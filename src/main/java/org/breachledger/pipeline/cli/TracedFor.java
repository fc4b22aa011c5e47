package org.breachledger.pipeline.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.access.Right;
import org.breachledger.access.Role;

/** Who may have the incidents behind a paper's numbers: governors get numbers alone. */
final class TracedFor {

  private TracedFor() {}

  /**
   * Refuses a trace that nobody of that role may have.
   *
   * @throws WrongUsage naming what is allowed
   */
  static void check(String paper, String format, String reader) {
    if (!format.equals("xlsx") || !Set.of("governors", "board").contains(paper)) {
      throw new WrongUsage("--trace goes with governors or board and --format xlsx");
    }
    Role role =
        Role.find(reader)
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "there is no role \"" + reader + "\"; the roles are " + roles()));
    if (!may(role, paper)) {
      throw new WrongUsage(
          "the incidents behind the "
              + paper
              + " paper are not for the role \""
              + reader
              + "\"; give --for "
              + Arrays.stream(Role.values())
                  .filter(one -> may(one, paper))
                  .map(Role::code)
                  .collect(Collectors.joining(" or ")));
    }
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
  }

  private static boolean may(Role role, String paper) {
    Set<Right> rights = role.rights();
    return paper.equals("board")
        ? rights.contains(Right.BOARD_PAPERS) && rights.contains(Right.INCIDENTS)
        : rights.contains(Right.INCIDENTS) || rights.contains(Right.OWN_INCIDENTS);
  }
}
