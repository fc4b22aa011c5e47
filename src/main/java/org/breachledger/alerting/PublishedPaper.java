package org.breachledger.alerting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A frozen paper, as its delivery knows it.
 *
 * @param report the kind of paper, such as {@code governors}
 * @param schoolId 0 for all schools
 * @param school the school's name; empty for all schools
 * @param anchor the first day after the half it is about
 * @param nothing whether that half is complete and has neither an incident nor a near miss
 */
public record PublishedPaper(
    long paperId,
    String report,
    int schoolId,
    String school,
    String title,
    LocalDate anchor,
    int edition,
    Instant publishedAt,
    boolean nothing) {

  /** Drops line breaks and control characters: a title becomes a subject line. */
  public PublishedPaper {
    title = title.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** Its name as an attachment, which names nobody. */
  public String fileName() {
    return report + "-" + anchor + "-" + paperId;
  }
}
