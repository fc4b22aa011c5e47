package org.breachledger.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnedRowsTest {

  private static final int WITHOUT_SCHOOL = 9;

  @ParameterizedTest(name = "log of {0}: school 1''s own {1}, perhaps {2}")
  @CsvSource({
    "1, true, false",
    "2, false, false",
    "1 2, false, true",
    "2 3, false, false",
    "1 9, false, true",
    "2 9, false, false",
    "9, false, true",
    "'', false, true",
  })
  void aRowIsASchoolsWhereItsLogIsThatSchoolsAlone(String schools, boolean own, boolean perhaps) {
    ReturnedRows rows =
        new ReturnedRows(
            1,
            Arrays.stream(schools.split(" "))
                .filter(one -> !one.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet()));
    assertThat(rows.ownOf(1)).isEqualTo(own);
    assertThat(rows.perhapsOf(1, Set.of(WITHOUT_SCHOOL))).isEqualTo(perhaps);
  }
}
