package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The school somebody named beside a file is found again in what the record keeps of it. */
class AskedOptionsTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "-, Elm School, -, -",
        "governor-log, Elm School, 2026-02, -",
        "-, St Mary's/Elm [Infants], 2026-02;2026-03, -",
        "-, Elm School, -, a/[b]/c",
        "mis-log-ins, 100123, -, Notes=description"
      },
      nullValues = "-")
  void theSchoolIsFound(
      @Nullable String profile, String school, @Nullable String covers, @Nullable String stated) {
    assertThat(AskedOptions.findSchool(key(profile, school, covers, stated))).contains(school);
  }

  @Test
  void whereNobodyNamedOneThereIsNone() {
    assertThat(AskedOptions.findSchool(key("governor-log", null, "2026-02", null))).isEmpty();
    assertThat(AskedOptions.findSchool("")).isEmpty();
  }

  private static String key(
      @Nullable String profile,
      @Nullable String school,
      @Nullable String covers,
      @Nullable String stated) {
    TreeSet<YearMonth> months = new TreeSet<>();
    if (covers != null) {
      List.of(covers.split(";")).forEach(month -> months.add(YearMonth.parse(month)));
    }
    return AskedOptions.key(profile, school, months, stated == null ? "" : stated);
  }
}
