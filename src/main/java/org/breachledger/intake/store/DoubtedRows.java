package org.breachledger.intake.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.RowPrint;

/** The rows of a file that were known and must be read after all; a bit each, not a line. */
final class DoubtedRows {

  private final BitSet places = new BitSet();
  private final Map<Integer, BitSet> bySheet = new HashMap<>();

  void add(int seq, int sheet, int row) {
    places.set(seq);
    bySheet.computeIfAbsent(sheet, any -> new BitSet()).set(row);
  }

  boolean none() {
    return places.isEmpty();
  }

  boolean has(int seq) {
    return places.get(seq);
  }

  /** Which of these rows need not be read again. */
  BitSet others(List<RowPrint> rows) {
    BitSet others = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      BitSet doubted = bySheet.get(rows.get(i).sheet());
      others.set(i, doubted == null || !doubted.get(rows.get(i).row()));
    }
    return others;
  }
}
