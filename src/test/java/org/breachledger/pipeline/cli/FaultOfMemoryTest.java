package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultOfMemoryTest {

  @Test
  void memoryThatIsMissingEndsWithThree() {
    assertThat(
            CommandLineDoor.ended(
                () -> {
                  throw new OutOfMemoryError();
                }))
        .isEqualTo(3);
  }

  @Test
  void whatEndsByItselfEndsAsItSays() {
    assertThat(CommandLineDoor.ended(() -> 1)).isEqualTo(1);
  }
}
