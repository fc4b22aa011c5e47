package org.breachledger.pipeline.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;

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

  /** The same with one more sentence. */
  RunOutcome saying(String sentence) {
    List<String> all = new ArrayList<>(messages);
    all.add(sentence);
    return new RunOutcome(status, manifestId, edition, counts, all);
  }

  private static final String REFUSED = "files refused";

  /** Keeps with a run how many files of the drop folder it refused. */
  public static void keepRefused(ExecutionContext run, int files) {
    run.putInt(REFUSED, files);
  }

  /** How many files of the drop folder were refused; each is on record with its reason. */
  public int refused() {
    return counts.get(REFUSED) instanceof Number files ? files.intValue() : 0;
  }

  /** How it ended. */
  public enum Status {
    DONE,
    NOTHING_CHANGED,
    BUSY,
    FAILED
  }
}
