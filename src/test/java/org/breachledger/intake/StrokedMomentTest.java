package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokedMomentTest {

  @ParameterizedTest
  @CsvSource({
    "04/01/2024,          2024-01-04, 2024-04-01, ",
    "4/1/2024,            2024-01-04, 2024-04-01, ",
    "13/01/2024,          2024-01-13, ,           ",
    "01/13/2024,          ,           2024-01-13, ",
    "29/02/2024 00:00,    2024-02-29, ,           00:00",
    "04/01/2024 9:30,     2024-01-04, 2024-04-01, 09:30",
    "04/01/2024 23:59:59, 2024-01-04, 2024-04-01, 23:59:59",
    "31/12/1970,          1970-12-31, ,           ",
    "31/12/2099,          2099-12-31, ,           "
  })
  void readsTheUsualWritingInBothOrders(
      String text,
      @Nullable LocalDate dayFirst,
      @Nullable LocalDate monthFirst,
      @Nullable LocalTime time) {
    assertThat(StrokedMoment.find(text))
        .isEqualTo(new WrittenMoment(dayFirst, monthFirst, time, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "04/01",
        "04/01/24",
        "04-01-2024",
        "04/01/20244",
        "29/02/2023",
        "32/13/2024",
        "31/12/1969",
        "01/01/2100",
        "04/01/2024 ",
        " 04/01/2024",
        "04/01/2024  9:30",
        "04/01/2024 9",
        "04/01/2024 24:00",
        "04/01/2024 09:60",
        "04/01/2024 09:3",
        "04/01/2024 09:30:60",
        "04/01/2024 09:30:5",
        "04/01/2024 09:30 pm",
        "04/01/2024 09:300",
        "04/01/2024 09:30:00Z",
        "004/01/2024",
        "٠٤/٠١/٢٠٢٤"
      })
  void leavesAnyOtherWritingToThoseWhoReadThemAll(String text) {
    assertThat(StrokedMoment.find(text)).isNull();
  }

  /** Between the signs nobody reads alone, the general reader must find the very same. */
  @Test
  void readsWhatTheGeneralReaderReads() {
    for (int day = 0; day <= 32; day++) {
      for (int month = 0; month <= 13; month++) {
        for (String time : new String[] {"", " 0:00", " 7:05", " 19:07", " 23:59:59"}) {
          String text = day + "/" + month + "/2024" + time;
          // A blank in front is no part of the writing, and keeps the general reader in charge.
          assertThat(StrokedMoment.find(text))
              .as(text)
              .isEqualTo(MomentText.parse(" " + text).orElse(null));
        }
      }
    }
  }
}
