package org.breachledger.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/** Tables that share headings with a log and are none, from {@code jobs/intake/not-a-log.csv}. */
final class Lookalikes {

  private static final String TABLE = "intake/not-a-log.csv";

  /**
   * One such table.
   *
   * @param headings what must all be in one of its rows; {@code * due} is any that ends so, {@code
   *     sum *} any that begins so
   * @param blocks whether such a row is never the heading row of a log
   * @param sentence what it seems to be and what to send instead
   */
  record Lookalike(List<String> headings, boolean blocks, String sentence) {

    boolean is(Set<String> keys) {
      return headings.stream().allMatch(heading -> within(keys, heading));
    }

    private static boolean within(Set<String> keys, String heading) {
      if (heading.startsWith("*")) {
        return keys.stream().anyMatch(key -> key.endsWith(heading.substring(1)));
      }
      return heading.endsWith("*")
          ? keys.stream().anyMatch(key -> key.startsWith(heading.replace("*", "")))
          : keys.contains(heading);
    }
  }

  private final List<Lookalike> all;

  private Lookalikes(List<Lookalike> all) {
    this.all = all;
  }

  static Lookalikes read(PolicySource source) {
    Set<String> columns = Set.of("headings", "blocks", "sentence");
    return new Lookalikes(
        PolicyTable.read(source, TABLE, columns, Set.of()).rows().stream()
            .map(Lookalikes::lookalike)
            .toList());
  }

  private static Lookalike lookalike(PolicyTable.Row row) {
    List<String> headings =
        Arrays.stream(row.need("headings").split(";")).map(Lookalikes::heading).toList();
    return switch (row.get("blocks")) {
      case "yes" -> new Lookalike(headings, true, row.need("sentence"));
      case "" -> new Lookalike(headings, false, row.need("sentence"));
      default -> throw row.refuse("blocks \"" + row.get("blocks") + "\"; write yes or nothing");
    };
  }

  private static String heading(String written) {
    String heading = written.strip();
    String key = Headings.key(heading.replace("*", ""));
    return heading.startsWith("*") ? "* " + key : heading.endsWith("*") ? key + " *" : key;
  }

  /** The table one of whose rows has these headings; one that blocks before others. */
  Optional<Lookalike> find(Set<String> headingKeys) {
    return all.stream()
        .filter(lookalike -> lookalike.is(headingKeys))
        .sorted((one, two) -> Boolean.compare(two.blocks(), one.blocks()))
        .findFirst();
  }
}
