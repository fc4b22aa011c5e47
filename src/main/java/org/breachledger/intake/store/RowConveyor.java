package org.breachledger.intake.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread go on reading while another works on what was read, in the same order and never
 * more than a few hundred rows behind.
 *
 * @param <T> what is read
 */
final class RowConveyor<T> implements AutoCloseable {

  private static final int LOAD = 200;
  private static final int LOADS = 4;

  /** Work on one row. */
  interface Work<T> {
    /** Does it. */
    void on(T row) throws Exception;
  }

  private final Work<T> work;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "rows");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Future<?>> underWay = new ArrayDeque<>();
  private List<T> load = new ArrayList<>(LOAD);

  RowConveyor(Work<T> work) {
    this.work = work;
  }

  /** Puts a row on; waits while too much is on the way. Throws what the work on a row threw. */
  void put(T row) {
    load.add(row);
    if (load.size() == LOAD) {
      send();
      while (underWay.size() > LOADS) {
        await(underWay.remove());
      }
    }
  }

  /** Waits until every row is worked on. */
  void finish() {
    send();
    while (!underWay.isEmpty()) {
      await(underWay.remove());
    }
  }

  private void send() {
    List<T> full = load;
    load = new ArrayList<>(LOAD);
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
