package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.breachledger.testing.Niceness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What Linux itself says of its threads. */
@EnabledOnOs(OS.LINUX)
class SparePriorityTest {

  @Test
  void aThreadAndThoseItBeginsAreLoweredAndNoOthers() throws Exception {
    CompletableFuture<Integer> lowered = new CompletableFuture<>();
    CompletableFuture<Integer> begun = new CompletableFuture<>();
    in(
        () -> {
          SparePriority.take();
          lowered.complete(Niceness.ofThisThread());
          in(() -> begun.complete(Niceness.ofThisThread()));
        });
    int usual = Niceness.ofThisThread();
    assertThat(lowered.get()).isEqualTo(Math.max(usual, 10));
    assertThat(begun.get()).isEqualTo(Math.max(usual, 10));
    CompletableFuture<Integer> other = new CompletableFuture<>();
    in(() -> other.complete(Niceness.ofThisThread()));
    assertThat(other.get()).isEqualTo(usual);
  }

  private static void in(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
