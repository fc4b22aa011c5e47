package org.breachledger.reporting.batch;

import java.util.function.BiConsumer;

/** How far the printing of a run's papers has come, for whoever looks on. */
public final class PaperProgress {

  private volatile BiConsumer<Integer, Integer> onlooker = (printed, all) -> {};

  /** Tells an onlooker from now on how many papers are printed, and of how many. */
  public void tell(BiConsumer<Integer, Integer> onlooker) {
    this.onlooker = onlooker;
  }

  /** So many are printed. */
  void at(int printed, int all) {
    onlooker.accept(printed, all);
  }
}
