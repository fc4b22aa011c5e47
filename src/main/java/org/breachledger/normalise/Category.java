package org.breachledger.normalise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a known category of some body's vocabulary means here.
 *
 * @param words as the table writes them
 * @param breachType its type; null where it must stay unmapped, because it names no type by itself
 * @param subType a part of that type; null where it names none
 * @param oneOf for an unmapped category, the types a description may settle on; may be empty
 * @param inbound whether it names something received that was meant for someone else
 * @param line the row of the table
 */
record Category(
    String words,
    @Nullable String breachType,
    @Nullable String subType,
    List<String> oneOf,
    boolean inbound,
    int line) {

  Category {
    oneOf = List.copyOf(oneOf);
  }
}
