package org.breachledger.reporting;

/**
 * How good the record behind a paper is: rows of both halves, and which date placed an incident in
 * its half.
 *
 * @param imported rows read into the record, those with gaps among them
 * @param returned rows that could not be used and went back to the uploader
 * @param needsReview incidents whose type a person has yet to confirm
 * @param byOccurred incidents counted by the day they occurred
 * @param byIdentified counted by the day they were identified, the other being unknown
 * @param byReported counted by the day they were reported, both others being unknown
 */
public record DataQuality(
    int imported,
    int withGaps,
    int returned,
    int needsReview,
    int byOccurred,
    int byIdentified,
    int byReported) {

  /** Refuses counts below zero. */
  public DataQuality {
    Words.notNegative(
        imported, withGaps, returned, needsReview, byOccurred, byIdentified, byReported);
  }

  /** Nothing on record. */
  public static DataQuality none() {
    return new DataQuality(0, 0, 0, 0, 0, 0, 0);
  }
}
