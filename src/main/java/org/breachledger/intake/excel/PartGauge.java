package org.breachledger.intake.excel;

import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/**
 * Measures an XML part while it passes by: one text longer than any cell, or more shared texts than
 * memory bears, and the workbook is not opened.
 */
final class PartGauge {

  /** A cell holds 32,767 signs; embedded pictures and the like are no XML. */
  private static final long LONGEST_TEXT = 4L << 20;

  private static final long MOST_SHARED = 220L << 20;

  /** What a shared text costs beside its signs, for each of the four tags it stands between. */
  private static final int COST_OF_A_TAG = 12;

  private final boolean xml;
  private final boolean shared;
  private long text;
  private long cost;

  /**
   * A gauge for one part.
   *
   * @param name in small letters
   */
  PartGauge(String name) {
    this.xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    this.shared = name.endsWith("sharedstrings.xml");
  }

  /** Takes the next block of the part. */
  void feed(byte[] block, int length) throws RefusedFile {
    if (!xml) {
      return;
    }
    int first = 0;
    while (first < length && block[first] != '<') {
      first++;
    }
    if (text + first > LONGEST_TEXT) {
      throw new RefusedFile(Refusal.ZIP_BOMB.said());
    }
    int last = length - 1;
    while (last >= first && block[last] != '<') {
      last--;
    }
    text = last < first ? text + length : length - last;
    if (shared) {
      cost(block, length);
    }
  }

  private void cost(byte[] block, int length) throws RefusedFile {
    cost += length;
    for (int i = 0; i < length; i++) {
      cost += block[i] == '<' ? COST_OF_A_TAG : 0;
    }
    if (cost > MOST_SHARED) {
      throw new RefusedFile(
          Refusal.TOO_LARGE.saying(
              "This workbook holds more text than can be read at once; split the log by year and"
                  + " send the parts, or save it as .csv."));
    }
  }
}
