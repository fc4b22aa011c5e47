package org.breachledger.policy;

import java.util.List;
import java.util.Optional;

/** Where the policy's tables lie: those shipped, and those a school keeps in their place. */
public interface PolicySource {

  /** The whole text of a table, such as {@code severity/bands.csv}; empty where there is none. */
  Optional<String> find(String name);

  /**
   * The names of the tables of a folder with an ending, such as all {@code .yaml} of {@code
   * policies}, sorted.
   */
  List<String> list(String folder, String ending);

  /**
   * The whole text of a table that must be there.
   *
   * @throws RefusedTable where it is not
   */
  default String get(String name) {
    return find(name)
        .orElseThrow(() -> new RefusedTable(name, 0, "this table is missing; put it back"));
  }
}
