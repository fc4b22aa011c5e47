package org.breachledger.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The one colour a house prints its headings, rules and charts in: dark enough to be read on white
 * by WCAG 2.2, criterion 1.4.3.
 *
 * @param rgb red, green and blue, each 0 to 255, as 0xRRGGBB
 */
public record AccentColour(int rgb) {

  /** The least contrast of letters against their ground, inclusive. */
  public static final double LEAST_CONTRAST = 4.5;

  private static final Pattern WRITTEN = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final double TINT = 0.16;

  /** Refuses a number that is no colour. */
  public AccentColour {
    if (rgb < 0 || rgb > 0xFFFFFF) {
      throw new IllegalArgumentException("a colour lies between 0x000000 and 0xFFFFFF");
    }
  }

  /**
   * Reads a colour written as {@code #RRGGBB}.
   *
   * @param refuse makes the refusal that names file and line
   * @throws RefusedTable where it is no such colour, or too light for letters on white
   */
  public static AccentColour read(String text, Function<String, RefusedTable> refuse) {
    if (!WRITTEN.matcher(text).matches()) {
      throw refuse.apply(
          "\"" + text + "\" is no colour; write # and six digits, such as \"#0B5563\"");
    }
    AccentColour colour = new AccentColour(Integer.parseInt(text.substring(1), 16));
    if (colour.contrast() < LEAST_CONTRAST) {
      throw refuse.apply(
          "colour "
              + text
              + " has a contrast of "
              + BigDecimal.valueOf(colour.contrast()).setScale(2, RoundingMode.DOWN)
              + " to 1 against white, too light for letters; write a darker one, of at least "
              + LEAST_CONTRAST
              + " to 1");
    }
    return colour;
  }

  /** Its contrast against white, from 1 (white itself) to 21 (black). */
  public double contrast() {
    double luminance =
        0.2126 * light(rgb >> 16) + 0.7152 * light(rgb >> 8 & 0xFF) + 0.0722 * light(rgb & 0xFF);
    return 1.05 / (luminance + 0.05);
  }

  private static double light(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** A ground of the same hue for dark letters. */
  public AccentColour tint() {
    return new AccentColour(tint(rgb >> 16) << 16 | tint(rgb >> 8 & 0xFF) << 8 | tint(rgb & 0xFF));
  }

  private static int tint(int part) {
    return (int) Math.round(255 - (255 - part) * TINT);
  }

  /** As style sheets write it: {@code #RRGGBB}. */
  public String written() {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
