package org.breachledger.pipeline.replay;

import java.time.LocalDate;
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
    return name(either());
  }

  /** Whom and what a row is about. */
  static String name(KeptRow row) {
    return (row.schoolId() == 0 ? "all schools" : row.school())
        + ", "
        + row.breachType()
        + (row.subType().isEmpty() ? "" : " / " + row.subType());
  }
}
