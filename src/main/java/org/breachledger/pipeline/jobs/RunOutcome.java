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
  private static final String CLOSED = "folders closed";

  /**
   * Keeps with a run how many files of the drop folder it refused, and folders in it could not
   * open.
   */
  public static void keepRefused(ExecutionContext run, int files, int folders) {
    run.putInt(REFUSED, files);
    run.putInt(CLOSED, folders);
  }

  /** How many files of the drop folder were refused; each is on record with its reason. */
  public int refused() {
    return count(REFUSED);
  }

  /** How many folders of the drop folder could not be opened. */
  public int closed() {
    return count(CLOSED);
  }

  private int count(String what) {
    return counts.get(what) instanceof Number number ? number.intValue() : 0;
  }

  /** How it ended. */
  public enum Status {
    DONE,
    NOTHING_CHANGED,
    BUSY,
    FAILED
  }
}
