package org.breachledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A colour of papers can be read on white. */
class AccentColourTest {

  /** The last four are the neighbours of the limit. */
  @ParameterizedTest
  @CsvSource({
    "#000000, 21.00",
    "#FFFFFF, 1.00",
    "#767676, 4.54",
    "#777777, 4.48",
    "#FF0000, 4.00",
    "#0B5563, 8.42",
    "#717780, 4.51",
    "#727780, 4.50",
    "#787770, 4.50",
    "#737780, 4.49"
  })
  void contrastIsThatOfWcag(String written, double contrast) {
    int rgb = Integer.parseInt(written.substring(1), 16);
    assertThat(new AccentColour(rgb).contrast()).isCloseTo(contrast, within(0.005));
    assertThat(new AccentColour(rgb).written()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"#717780", "#727780", "#767676", "#0b5563", "#000000"})
  void whatCanBeReadIsTaken(String written) {
    assertThat(read(written).written()).isEqualToIgnoringCase(written);
  }

  /** A ratio just below the limit is never said to be the limit. */
  @ParameterizedTest
  @CsvSource({"#787770, 4.49", "#737780, 4.48", "#777777, 4.47", "#FFFFFF, 1.00", "#FFD700, 1.40"})
  void whatIsTooLightIsRefused(String written, String ratio) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(
            "jobs/some.csv, line 7: colour "
                + written
                + " has a contrast of "
                + ratio
                + " to 1 against white, too light for letters; write a darker one, of at least 4.5"
                + " to 1");
  }

  @ParameterizedTest
  @CsvSource({"0B5563", "#0B556", "#0B55633", "#0B556G", "teal", "''", "#0B5563;}"})
  void whatIsNoColourIsRefused(String written) {
    assertThatThrownBy(() -> read(written))
        .hasMessage(
            "jobs/some.csv, line 7: \""
                + written
                + "\" is no colour; write # and six digits, such as \"#0B5563\"");
  }

  @Test
  void itsTintCarriesDarkLetters() {
    assertThat(new AccentColour(0x0B5563).tint()).isEqualTo(new AccentColour(0xD8E4E6));
    assertThat(new AccentColour(0x000000).tint()).isEqualTo(new AccentColour(0xD6D6D6));
  }

  private static AccentColour read(String written) {
    return AccentColour.read(written, wrong -> new RefusedTable("some.csv", 7, wrong));
  }
}
