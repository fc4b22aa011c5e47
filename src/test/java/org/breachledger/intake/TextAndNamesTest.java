package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cleaned text, headings as they are compared, and schools found in titles and names. */
class TextAndNamesTest {

  private final SchoolName finder = new SchoolName(WordLists.read(new JobsFolder(null)));

  @Test
  void cleansWhatNobodySees() {
    assertThat(CleanText.of("\u00a0 Lost\u00a0laptop\u200b\u0007 ")).isEqualTo("Lost laptop");
    assertThat(CleanText.of("one\r\ntwo\tthree")).isEqualTo("one\ntwo three");
    assertThat(CleanText.of("\\N")).isEmpty();
    assertThat(CleanText.of(" \u2003\ufeff")).isEmpty();
    assertThat(CleanText.of("Zoë’s file")).isEqualTo("Zoë’s file");
  }

  @ParameterizedTest(name = "\"{0}\" is compared as \"{1}\"")
  @CsvSource({
    "Date of the Incident, date incident",
    "DATE OF INCIDENT*, date incident",
    "DateAware, date aware",
    "date_of_incident, date incident",
    "No. of people affected, no people affected",
    "#, #"
  })
  void comparesHeadings(String heading, String key) {
    assertThat(Headings.key(heading)).isEqualTo(key);
  }

  @Test
  void findsTheSchoolInTitles() {
    assertThat(finder.inTitles(List.of(List.of("School: Elmbury Primary"))))
        .contains("Elmbury Primary");
    assertThat(finder.inTitles(List.of(List.of("Name of school", "Elmbury Primary"))))
        .contains("Elmbury Primary");
    assertThat(finder.inTitles(List.of(List.of("Elmbury Primary School – Data breach log 2024"))))
        .contains("Elmbury Primary School");
    assertThat(finder.inTitles(List.of(List.of("Trust incident log"), List.of("All schools"))))
        .isEmpty();
  }

  @ParameterizedTest(name = "tab \"{0}\" among several is {1}")
  @CsvSource(
      value = {
        "Elmbury Primary, Elmbury Primary", "Elmbury, Elmbury", "May 2024, ''", "Sheet1, ''",
        "Incidents, ''", "2024, ''", "Autumn term, ''", "Old log, ''"
      })
  void findsTheSchoolInATab(String tab, String school) {
    assertThat(finder.inTab(tab, true).orElse("")).isEqualTo(school);
  }

  @Test
  void trustsALoneTabOnlyWithASchoolsWord() {
    assertThat(finder.inTab("Elmbury", false)).isEmpty();
    assertThat(finder.inTab("Elmbury Academy", false)).contains("Elmbury Academy");
  }

  @ParameterizedTest(name = "file \"{0}\" is {1}")
  @CsvSource({
    "Elmbury Primary School - breach log - 2024-05.xlsx, Elmbury Primary School",
    "elmbury-primary_2024-05.xlsx, elmbury primary",
    "breach log 2024.xlsx, ''",
    "school-tabs-2026-06.xlsx, ''"
  })
  void findsTheSchoolInAFileName(String file, String school) {
    assertThat(finder.inFileName(file).orElse("")).isEqualTo(school);
  }
}
