package org.breachledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant AT = Instant.parse("2026-07-01T02:00:10Z");
  private static final long STEP = Totp.step(AT);
  private static final long NONE = 0;

  /** RFC 6238, appendix B, the rows of SHA-1: eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));

    assertThat(Totp.code(RFC, step, 8)).isEqualTo(code);
    assertThat(Totp.code(RFC, step)).isEqualTo(code.substring(2));
  }

  /** RFC 4226, appendix D: the first ten codes of six digits. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void soAreTheCountedOnes(long count, String code) {
    assertThat(Totp.code(RFC, count)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void aPhonesClockMayBeOneStepOff(int off, boolean taken) {
    OptionalLong found = Totp.matching(RFC, Totp.code(RFC, STEP + off), AT, NONE);

    assertThat(found).isEqualTo(taken ? OptionalLong.of(STEP + off) : OptionalLong.empty());
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void aCodeThatWasUsedIsNotTakenAgain(int lastUsed, boolean taken) {
    assertThat(Totp.matching(RFC, Totp.code(RFC, STEP), AT, STEP + lastUsed).isPresent())
        .isEqualTo(taken);
  }

  @Test
  void blanksAreNoMistakeButAnythingElseIs() {
    String code = Totp.code(RFC, STEP);

    assertThat(Totp.matching(RFC, " " + code.substring(0, 3) + " " + code.substring(3), AT, NONE))
        .isPresent();
    for (String wrong : new String[] {"", code.substring(1), code + "0", "-" + code, "abcdef"}) {
      assertThat(Totp.matching(RFC, wrong, AT, NONE)).as(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T02:00:00Z, 0",
    "2026-07-01T02:00:29Z, 0",
    "2026-07-01T02:00:30Z, 1",
    "2026-07-01T01:59:59Z, -1"
  })
  void aStepLastsThirtySeconds(Instant at, long later) {
    assertThat(Totp.step(at)).isEqualTo(STEP + later);
  }
}
