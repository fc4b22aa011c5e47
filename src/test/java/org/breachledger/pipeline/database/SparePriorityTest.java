package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What Linux itself says of its threads. */
@EnabledOnOs(OS.LINUX)
class SparePriorityTest {

  /** Counted after the name in brackets, which may hold blanks. */
  private static final int NICENESS = 16;

  @Test
  void aThreadAndThoseItBeginsAreLoweredAndNoOthers() throws Exception {
    CompletableFuture<Integer> lowered = new CompletableFuture<>();
    CompletableFuture<Integer> begun = new CompletableFuture<>();
    in(
        () -> {
          SparePriority.take();
          lowered.complete(niceness());
          in(() -> begun.complete(niceness()));
        });
    int usual = niceness();
    assertThat(lowered.get()).isEqualTo(Math.max(usual, 10));
    assertThat(begun.get()).isEqualTo(Math.max(usual, 10));
    CompletableFuture<Integer> other = new CompletableFuture<>();
    in(() -> other.complete(niceness()));
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

  private static int niceness() {
    try {
      String said = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(said.substring(said.lastIndexOf(')') + 2).split(" ")[NICENESS]);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
