package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words compared as people compare them. */
class FoldedTextTest {

  private static final long SEED = 20260701;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          E-mail sent            | e mail sent
          "  St. Anne's  (Infant) " | st anne s infant
          CAFÉ Rouge             | cafe rouge
          "--"                   | ""
          ""                     | ""
          A1/b2                  | a1 b2
          ﬁle № 7                | file no 7
          """)
  void caseAccentsMarksAndBlanksDoNotCount(String written, String folded) {
    assertThat(FoldedText.of(written)).isEqualTo(folded);
  }

  @Test
  void plainLettersFoldAlikeBesideAccents() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(12), 0, 0x80)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(FoldedText.of(text + " é")).isEqualTo((FoldedText.of(text) + " e").strip());
    }
  }
}
