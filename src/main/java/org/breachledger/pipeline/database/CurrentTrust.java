package org.breachledger.pipeline.database;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trust whose record the running work may see and change.
 *
 * <p>A school's own installation sets one trust at start; a service for many trusts names one for
 * each piece of work. Without any, nothing of any record is visible. Threads do not inherit a trust
 * named by {@link #within}.
 */
public class CurrentTrust {

  private volatile @Nullable Integer usual;
  private final ThreadLocal<@Nullable Integer> here = new ThreadLocal<>();

  /** Sets the trust of all work that names none. */
  public void byDefault(int trustId) {
    usual = trustId;
  }

  /**
   * The trust of this thread's work, which none may be done without.
   *
   * @throws IllegalStateException where none was set
   */
  public int get() {
    return find()
        .orElseThrow(
            () -> new IllegalStateException("this work belongs to no trust: nothing was read"));
  }

  /** The trust of this thread's work; empty where none was set. */
  public OptionalInt find() {
    Integer trust = here.get();
    if (trust == null) {
      trust = usual;
    }
    return trust == null ? OptionalInt.empty() : OptionalInt.of(trust);
  }

  /**
   * Does a piece of work for a trust, in this thread.
   *
   * <p>Takes effect with the next transaction: one already running keeps the trust it began with.
   */
  public <T extends @Nullable Object> T within(int trustId, Supplier<T> work) {
    Integer before = here.get();
    here.set(trustId);
    try {
      return work.get();
    } finally {
      if (before == null) {
        here.remove();
      } else {
        here.set(before);
      }
    }
  }
}
