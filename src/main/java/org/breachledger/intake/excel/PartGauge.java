package org.breachledger.intake.excel;

import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/**
 * Measures an XML part while it passes by: one text longer than any cell, a tag that never ends or
 * names too much, elements nested deeper than any workbook's, or more shared texts than memory
 * bears, and the workbook is not opened.
 */
final class PartGauge {

  /** A cell holds 32,767 signs; embedded pictures and the like are no XML. */
  private static final long LONGEST_TEXT = 4L << 20;

  private static final long LONGEST_TAG = 1L << 20;
  private static final int DEEPEST = 500;

  /** Readers look at each name of a tag again for each further one. */
  private static final int MOST_NAMES = 1_000;

  /** Making a number of so many digits takes readers their square. */
  private static final int LONGEST_NUMBER = 1_000;

  private static final long MOST_SHARED = 220L << 20;

  /** What a shared text costs beside its signs, for each of the four tags it stands between. */
  private static final int COST_OF_A_TAG = 12;

  /** Where in the part a byte stands. */
  private enum Place {
    TEXT,
    /** Just behind the sign that opens a tag. */
    OPENED,
    TAG,
    CLOSING_TAG,
    REMARK
  }

  private final boolean shared;
  private Place place = Place.TEXT;
  private byte quote;
  private byte last;
  private int length;
  private int names;
  private int depth;
  private int digits;
  private boolean longNumber;
  private long cost;

  /**
   * A gauge for one part that holds XML.
   *
   * @param name in small letters
   */
  PartGauge(String name) {
    this.shared = name.endsWith("sharedstrings.xml");
  }

  /** Whether a text of the part is one long number. */
  boolean longNumber() {
    return longNumber;
  }

  /** Takes the next block of the part. */
  void feed(byte[] block, int size) throws RefusedFile {
    cost += size;
    for (int i = 0; i < size; i++) {
      byte sign = block[i];
      // every other byte, where the part is written in two bytes a sign
      if (sign != 0) {
        length++;
        if (place == Place.TEXT) {
          text(sign);
        } else {
          tag(sign);
        }
      }
    }
    if (length > (place == Place.TAG ? LONGEST_TAG : LONGEST_TEXT)) {
      throw new RefusedFile(Refusal.ZIP_BOMB.said());
    }
    if (shared && cost > MOST_SHARED) {
      throw new RefusedFile(
          Refusal.TOO_LARGE.saying(
              "This workbook holds more text than can be read at once; split the log by year and"
                  + " send the parts, or save it as .csv."));
    }
  }

  private void text(byte sign) {
    if (sign == '<') {
      place = Place.OPENED;
      cost += COST_OF_A_TAG;
      length = 0;
      digits = 0;
    } else if ((sign >= '0' && sign <= '9') || sign == '.') {
      digits++;
      longNumber |= digits > LONGEST_NUMBER;
    } else {
      digits = 0;
    }
  }

  private void tag(byte sign) throws RefusedFile {
    if (place == Place.OPENED) {
      place =
          sign == '/' ? Place.CLOSING_TAG : sign == '!' || sign == '?' ? Place.REMARK : Place.TAG;
      quote = 0;
      names = 0;
    } else if (quote != 0) {
      quote = sign == quote ? 0 : quote;
    } else if (sign == '>') {
      end();
    } else if (place == Place.TAG) {
      inside(sign);
    }
    last = sign;
  }

  private void inside(byte sign) throws RefusedFile {
    if (sign == '"' || sign == '\'') {
      quote = sign;
    } else if (sign == '=' && ++names > MOST_NAMES) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
  }

  private void end() throws RefusedFile {
    if (place == Place.TAG && last != '/' && ++depth > DEEPEST) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    if (place == Place.CLOSING_TAG) {
      depth--;
    }
    place = Place.TEXT;
    length = 0;
  }
}
