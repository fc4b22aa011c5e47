package org.breachledger.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Lets one thread go on reading while another works on what was read, in the same order and never
 * more than a few hundred rows behind.
 *
 * @param <T> what is read
 */
public final class RowConveyor<T> implements AutoCloseable {

  private static final int LOAD = 200;
  private static final int LOADS = 4;

  /** What one load may weigh, so that a few wide rows do not fill the memory. */
  private static final int HEAVIEST = 1 << 20;

  /** Work on one row. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    void on(T row) throws Exception;
  }

  private final Work<T> work;
  private final ToIntFunction<T> weight;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "rows");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Future<?>> underWay = new ArrayDeque<>();
  private List<T> load = new ArrayList<>(LOAD);
  private int heavy;

  /** A conveyor of rows that are short. */
  public RowConveyor(Work<T> work) {
    this(work, row -> 0);
  }

  /**
   * A conveyor to this work, which another thread does.
   *
   * @param weight what a row takes in memory, in characters or the like
   */
  public RowConveyor(Work<T> work, ToIntFunction<T> weight) {
    this.work = work;
    this.weight = weight;
  }

  /** Puts a row on; waits while too much is on the way. Throws what the work on a row threw. */
  public void put(T row) {
    load.add(row);
    heavy += weight.applyAsInt(row);
    if (load.size() == LOAD || heavy >= HEAVIEST) {
      send();
      while (underWay.size() > LOADS) {
        await(underWay.remove());
      }
    }
  }

  /** Waits until every row is worked on. */
  public void finish() {
    send();
    while (!underWay.isEmpty()) {
      await(underWay.remove());
    }
  }

  private void send() {
    List<T> full = load;
    load = new ArrayList<>(LOAD);
    heavy = 0;
    underWay.add(
        worker.submit(
            () -> {
              for (T row : full) {
                work.on(row);
              }
              return null;
            }));
  }

  private static void await(Future<?> task) {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rows were on the way", e);
    }
  }

  /** Stops; nothing works on any row afterwards. */
  @Override
  public void close() {
    worker.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (worker.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
