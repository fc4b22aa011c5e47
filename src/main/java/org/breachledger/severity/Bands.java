package org.breachledger.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicySteps;
import org.breachledger.policy.PolicySteps.Step;
import org.breachledger.policy.PolicyTable;

/**
 * The baseline scale: how many individuals could suffer distress, harm or other detriment [004
 * 6.5].
 *
 * @param bands lowest first; each number from 0 upwards lies in exactly one
 */
public record Bands(List<Band> bands) {

  /**
   * One band.
   *
   * @param people from and to, both inclusive
   * @param baseline what it gives
   */
  public record Band(Step people, int baseline) {}

  /** Copies the bands. */
  public Bands {
    bands = List.copyOf(bands);
  }

  /**
   * Reads the table of bands.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a gap or an overlap is left
   */
  public static Bands read(PolicySource source, String file) {
    PolicyTable table =
        PolicyTable.read(source, file, Set.of("from", "to", "baseline"), Set.of("source"));
    List<Band> bands = new ArrayList<>();
    for (PolicyTable.Row row : table.rows()) {
      OptionalInt to =
          row.get("to").isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.number("to"));
      bands.add(
          new Band(
              new Step(row.line(), OptionalInt.of(row.number("from")), to),
              row.number("baseline")));
    }
    PolicySteps.check(file, OptionalInt.of(0), bands.stream().map(Band::people).toList());
    return new Bands(bands);
  }

  /**
   * The baseline of a number of individuals.
   *
   * @param people 0 or more
   */
  public int baseline(int people) {
    return bands.stream()
        .filter(band -> band.people().holds(people))
        .mapToInt(Band::baseline)
        .findFirst()
        .orElseThrow();
  }
}
