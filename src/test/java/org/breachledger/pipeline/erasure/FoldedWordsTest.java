package org.breachledger.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are folded to one form, in whatever order signs and letters are taken. */
class FoldedWordsTest {

  /** The acute accent by itself is a blank and a mark to Unicode. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "O\u00b4Brien",
        "O\u1ffdBrien",
        "O\u2019Brien",
        "O\uff07BRIEN",
        "\u201cO'Br\u200fien\u201d",
        "\u2067O'\u202bBrien\u2069"
      })
  void everyApostropheIsOne(String written) {
    assertThat(FoldedWords.of(written)).isEqualTo("o'brien");
  }

  @Test
  void foldingTwiceChangesNothing() {
    for (int point = 0; point <= 0x1ffff; point++) {
      String once = FoldedWords.of("a" + Character.toString(point) + "b");
      assertThat(FoldedWords.of(once)).as("%x", point).isEqualTo(once);
    }
  }
}
