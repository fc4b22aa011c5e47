package org.breachledger.pipeline.imports;

import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.FirstVerdicts;
import org.jspecify.annotations.Nullable;

/** Whether new incidents are judged as they are stored, and by what. */
public interface VerdictsAtOnce {

  /** Everything is left to the assessment after the import. */
  VerdictsAtOnce LATER =
      new VerdictsAtOnce() {
        @Override
        public void prepare() {}

        @Override
        public @Nullable FirstVerdicts begin(AsOf asOf) {
          return null;
        }
      };

  /** Gets ready, in a transaction of its own, before that of the import. */
  void prepare();

  /**
   * What judges the incidents of the running transaction.
   *
   * @return null where they must be left to the assessment
   */
  @Nullable FirstVerdicts begin(AsOf asOf);
}
