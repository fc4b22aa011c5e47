package org.breachledger;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A stage sees only the vocabulary and the stages before it. */
class ModularityTest {

  @Test
  void everyStageKeepsToItsAllowedDependencies() {
    ApplicationModules.of("org.breachledger").verify();
  }
}
