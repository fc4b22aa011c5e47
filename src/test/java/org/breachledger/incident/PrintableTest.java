package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be printed of what somebody wrote where a reference or a school's name belongs. */
class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "40207",
        "A1",
        "DUN-24-001",
        "ELM/2024/7",
        "Incident 12",
        "INC0000123",
        "Ref. 5 (b)",
        "near miss 3",
        "SCHOOL-1",
        "q3 24",
        "Log no: 17",
        "2024_03#4"
      })
  void aReferenceIsPrintedAsItStands(String reference) {
    assertThat(Printable.reference(reference, 9)).isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A. Pupil",
        "first",
        "Smith 3",
        "smith-3",
        "P. Archer 12",
        "ARCHERY-3",
        "5 Quill",
        "2024-03 letter to parent",
        "12345678901234567890123456789012345678901",
        "7@example.org",
        "7'"
      })
  void whatIsNoReferenceIsCalledByItsNumber(String reference) {
    assertThat(Printable.reference(reference, 9)).isEqualTo("incident 9");
  }

  @Test
  void whatHasNoReferenceIsCalledByItsNumber() {
    assertThat(Printable.reference(null, 12)).isEqualTo("incident 12");
  }

  @Test
  void aSchoolIsNamedOnceConfirmed() {
    assertThat(Printable.school("Elm School", true, 3)).isEqualTo("Elm School");
    assertThat(Printable.school("Elm School", false, 3))
        .isEqualTo("a school to confirm (number 3)");
  }
}
