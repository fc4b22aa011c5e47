package org.breachledger.reporting;

/**
 * How good the record behind a paper is: rows of both halves, and which date placed an incident in
 * its half.
 *
 * @param imported rows read into the record, those with gaps among them
 * @param returned rows that could not be used and went back to the uploader, each counted once
 *     however often its log was sent
 * @param returnedOfWhom further rows that went back out of logs of several schools or of none, so
 *     that nobody knows whether they are this school's; none in a paper about all schools
 * @param needsReview incidents whose type a person has yet to confirm
 * @param byOccurred incidents counted by the day they occurred
 * @param byIdentified counted by the day they were identified, the other being unknown
 * @param byReported counted by the day they were reported, both others being unknown
 * @param undated incidents without any date, which are in neither half
 * @param undatedNearMisses near misses without any date
 * @param levelUnknown counted incidents of this half whose level nobody knows
 * @param withoutSchool rows of both halves that name no school; none in a paper about one
 */
public record DataQuality(
    int imported,
    int withGaps,
    int returned,
    int returnedOfWhom,
    int needsReview,
    int byOccurred,
    int byIdentified,
    int byReported,
    int undated,
    int undatedNearMisses,
    int levelUnknown,
    int withoutSchool) {

  /** Refuses counts below zero. */
  public DataQuality {
    Words.notNegative(
        imported,
        withGaps,
        returned,
        returnedOfWhom,
        needsReview,
        byOccurred,
        byIdentified,
        byReported,
        undated,
        undatedNearMisses,
        levelUnknown,
        withoutSchool);
  }

  /** Whether nothing lies outside of the halves for want of a date. */
  boolean allDated() {
    return undated + undatedNearMisses == 0;
  }

  /** Nothing on record. */
  public static DataQuality none() {
    return new DataQuality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
