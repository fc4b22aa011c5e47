package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file's name becomes before it lies on our disk. */
class UploadedNameTest {

  @ParameterizedTest
  @CsvSource({
    "log-2026-04.xlsx,            log-2026-04.xlsx",
    "../../etc/passwd,            passwd",
    "'C:\\Users\\me\\log.xls',    log.xls",
    "Ysgol G\u0175yr.csv,         Ysgol Gwyr.csv",
    ".hidden,                     _hidden",
    "..,                          _",
    "'',                          log",
    "a\u0000b\u202ec.csv,         a_b_c.csv",
  })
  void isPlain(String sent, String kept) {
    assertThat(UploadedName.of(sent)).isEqualTo(kept);
  }

  @Test
  void isShortAndKeepsItsEnding() {
    assertThat(UploadedName.of("x".repeat(300) + ".xlsx"))
        .isEqualTo("x".repeat(115) + ".xlsx")
        .hasSize(120);
  }
}
