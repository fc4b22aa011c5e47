package org.breachledger.pipeline.jobs;

import java.util.List;
import java.util.Map;

/**
 * What became of a run that was asked for.
 *
 * @param manifestId the manifest of the run, or of the earlier one that already did this
 * @param messages plain sentences for the person who asked
 */
public record RunOutcome(
    Status status,
    long manifestId,
    int edition,
    Map<String, Object> counts,
    List<String> messages) {

  /** Copies the collections. */
  public RunOutcome {
    counts = Map.copyOf(counts);
    messages = List.copyOf(messages);
  }

  /** How it ended. */
  public enum Status {
    DONE,
    NOTHING_CHANGED,
    BUSY,
    FAILED
  }
}
