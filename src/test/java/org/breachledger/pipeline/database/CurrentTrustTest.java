package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CurrentTrustTest {

  private final CurrentTrust trust = new CurrentTrust();

  @Test
  void thereIsNoneUntilOneIsSet() {
    assertThat(trust.find()).isEmpty();
    trust.byDefault(1);
    assertThat(trust.find()).hasValue(1);
  }

  @Test
  void aPieceOfWorkForAnotherTrustEndsWithIt() {
    trust.byDefault(1);
    OptionalInt inside =
        trust.within(
            2,
            () -> {
              assertThat(trust.within(3, trust::find)).hasValue(3);
              return trust.find();
            });
    assertThat(inside).hasValue(2);
    assertThat(trust.find()).hasValue(1);
  }

  @Test
  void workThatFailsEndsToo() {
    assertThatThrownBy(
            () ->
                trust.within(
                    2,
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trust.find()).isEmpty();
  }

  @Test
  void anotherThreadKeepsItsOwn() {
    trust.byDefault(1);
    OptionalInt there = trust.within(2, () -> CompletableFuture.supplyAsync(trust::find).join());
    assertThat(there).hasValue(1);
  }
}
