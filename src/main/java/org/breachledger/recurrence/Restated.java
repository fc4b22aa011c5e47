package org.breachledger.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a published comparison that comes out otherwise as the record stands now.
 *
 * @param run the run whose papers were published
 * @param anchor the end of its second half, which that does not hold
 * @param published null where the row was not in it
 * @param now null where it is in it no more
 */
public record Restated(
    long run, LocalDate anchor, @Nullable KeptRow published, @Nullable KeptRow now) {

  /**
   * Each row of two comparisons of the same halves that differs; rows without an incident that only
   * one of them has do not.
   */
  public static List<Restated> of(
      long run, LocalDate anchor, List<KeptRow> published, List<KeptRow> now) {
    Map<String, KeptRow> left = new LinkedHashMap<>();
    published.forEach(row -> left.put(row.key(), row));
    List<Restated> restated = new ArrayList<>();
    for (KeptRow row : now) {
      KeptRow before = left.remove(row.key());
      if (before == null ? row.happened() : !before.agrees(row)) {
        restated.add(new Restated(run, anchor, before, row));
      }
    }
    left.values().stream()
        .filter(KeptRow::happened)
        .forEach(gone -> restated.add(new Restated(run, anchor, gone, null)));
    return restated;
  }

  /** Either of the two, for its names. */
  public KeptRow either() {
    KeptRow row = now == null ? published : now;
    if (row == null) {
      throw new IllegalStateException("a restated row was published or is there now");
    }
    return row;
  }

  /** Whom and what it is about. */
  public String name() {
    return either().name();
  }
}
