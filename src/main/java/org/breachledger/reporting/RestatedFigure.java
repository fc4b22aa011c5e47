package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/**
 * A count of incidents that an earlier paper gave and that is another one now.
 *
 * @param school whose incidents; {@link AlertPack#ALL} for all schools
 * @param type the breach type's title
 * @param thisHalf which of the paper's halves it counts
 * @param published what the earlier paper gave
 * @param recordedSince how many of those counted now were recorded after that paper was published
 */
public record RestatedFigure(
    String school, String type, boolean thisHalf, int published, int now, int recordedSince) {

  /** Refuses counts below zero. */
  public RestatedFigure {
    Words.notNegative(published, now, recordedSince);
  }

  /** Which half it counts, in words. */
  public String half() {
    return thisHalf ? "This half" : "Half before";
  }

  /** The school's name, or all schools. */
  public String schoolWords() {
    return school.equals(AlertPack.ALL) ? "All schools" : school;
  }

  /**
   * Why it differs, as far as the record tells: what was recorded since is known one by one, of the
   * rest only how many more or fewer of them count here.
   */
  public String why() {
    List<String> parts = new ArrayList<>();
    if (recordedSince > 0) {
      parts.add(
          Words.count(recordedSince, "incident")
              + " "
              + Words.was(recordedSince)
              + " recorded after that");
    }
    int rest = now - published - recordedSince;
    if (rest != 0) {
      int number = Math.abs(rest);
      parts.add(
          "of those on record then, "
              + Words.grouped(number)
              + (rest < 0 ? " fewer " : " more ")
              + (number == 1 ? "counts" : "count")
              + " here now: "
              + (rest < 0 ? "taken back, corrected or of another type" : "corrected or retyped"));
    }
    return Words.capital(String.join("; ", parts)) + ".";
  }
}
