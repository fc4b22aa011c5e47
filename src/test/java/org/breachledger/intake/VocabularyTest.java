package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of intake as shipped, and what is refused in a school's own, each with its line. */
class VocabularyTest {

  private static final JobsFolder SHIPPED = new JobsFolder(null);

  /** The shipped tables with one of them replaced or added. */
  private static PolicySource with(String name, String text) {
    Map<String, String> own = Map.of(name, text);
    return new PolicySource() {
      @Override
      public Optional<String> find(String wanted) {
        return Optional.ofNullable(own.get(wanted)).or(() -> SHIPPED.find(wanted));
      }

      @Override
      public List<String> list(String folder, String ending) {
        return own.keySet().stream().filter(each -> each.startsWith(folder)).toList();
      }
    };
  }

  private static void refused(String name, String text, String message) {
    assertThatThrownBy(() -> Vocabulary.read(with(name, text)))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(message);
  }

  private static String profile(String lines) {
    return "title: Log\nrecognise: [Number, Happened]\n" + lines;
  }

  @ParameterizedTest(name = "heading \"{0}\" is {1}")
  @CsvSource({
    "Incident no., reference",
    "Date of the incident (dd/mm/yyyy), occurred",
    "When was the breach discovered?, identified",
    "Date school became aware, aware",
    "Date Reported to DPO, reported",
    "Date logged, registered",
    "Number of data subjects affected, individuals",
    "What happened?, description",
    "Was the data encrypted?, encrypted",
    "ICO notified?, ico_notified",
    "Reported by, reporter",
    "Date of Incident, occurred",
    "date_of_incident, occurred",
    "DateAware, aware"
  })
  void knowsTheHeadingsOfLogs(String heading, String field) {
    assertThat(Headings.read(SHIPPED).find(heading).map(found -> found.target().field().code()))
        .contains(field);
  }

  @Test
  void aFactorThatASchoolAddsIsKnownByItsCodeAndWords() {
    WordLists words =
        WordLists.read(
            with("severity/factors.csv", "code,weight,words\nFLOOD_DAMAGE,1,wet paper\n"));
    assertThat(words.find(WordLists.Name.FACTORS, "FLOOD_DAMAGE")).contains("FLOOD_DAMAGE");
    assertThat(words.find(WordLists.Name.FACTORS, "Wet paper")).contains("FLOOD_DAMAGE");
  }

  @Test
  void refusesAnUnknownFieldInTheHeadings() {
    refused(
        "intake/headings.csv",
        "# note\nphrase,field,part,otherwise,sure\nHappened on,occured,,,yes\n",
        "jobs/intake/headings.csv, line 3: field \"occured\" is unknown");
  }

  @Test
  void refusesOnePhraseForTwoFields() {
    refused(
        "intake/headings.csv",
        "phrase,field,part,otherwise,sure\nHappened on,occurred,,,yes\nhappened-on,closed,,,\n",
        "jobs/intake/headings.csv, line 3: phrase \"happened-on\" stands twice");
  }

  @Test
  void refusesAnUnknownList() {
    assertThatThrownBy(
            () -> WordLists.read(with("intake/words.csv", "list,words,code\nanswers,yep,yes\n")))
        .hasMessageStartingWith("jobs/intake/words.csv, line 2: list \"answers\" is unknown");
  }

  @Test
  void refusesOneWordWithTwoMeanings() {
    refused(
        "intake/words.csv",
        "list,words,code\nanswer,yep,yes\nanswer,Yep!,no\n",
        "jobs/intake/words.csv, line 3: \"Yep!\" stands twice with different codes");
  }

  @Test
  void refusesAnUnknownKeyOfAProfile() {
    refused(
        "intake/profiles/own.yaml",
        profile("columns:\n  Happened: occurred\ncolour: red\n"),
        "jobs/intake/profiles/own.yaml, line 5: key \"colour\" is unknown; allowed are title,"
            + " source, recognise, covers, zone, dates, date_only, columns, first_of, as_blank,"
            + " constants, joined");
  }

  @Test
  void refusesAnUnknownFieldOfAProfile() {
    refused(
        "intake/profiles/own.yaml",
        profile("columns:\n  Number: reference\n  Happened: when\n"),
        "jobs/intake/profiles/own.yaml, line 5: field \"when\" is unknown");
  }

  @Test
  void refusesAnUnknownZone() {
    refused(
        "intake/profiles/own.yaml",
        profile("zone: Europe/Londres\ncolumns:\n  Happened: occurred\n"),
        "jobs/intake/profiles/own.yaml, line 3: this is no time zone; write one such as"
            + " Europe/London or UTC");
  }

  @Test
  void refusesAConstantThatIsNoValue() {
    refused(
        "intake/profiles/own.yaml",
        profile("columns:\n  Happened: occurred\nconstants:\n  declared_level: two\n"),
        "jobs/intake/profiles/own.yaml, line 6: this is no value of the field \"declared_level\"");
  }

  @Test
  void refusesAnOrderOfDatesNobodyKnows() {
    refused(
        "intake/profiles/own.yaml",
        profile("dates: ydm\ncolumns:\n  Happened: occurred\n"),
        "jobs/intake/profiles/own.yaml, line 3: \"dates\" must be dmy, mdy or evidence");
  }

  @Test
  void refusesAProfileThatOneHeadingWouldRecognise() {
    refused(
        "intake/profiles/own.yaml",
        "title: Log\nrecognise: [Date]\ncolumns:\n  Date: occurred\n",
        "jobs/intake/profiles/own.yaml, line 1: key \"recognise\" must list at least two headings");
  }

  @Test
  void refusesALimitThatIsNoNumber() {
    refused(
        "intake/reading.yaml",
        "essential: []\nheading_rows: many\n",
        "jobs/intake/reading.yaml, line 2: \"heading_rows\" must be a whole number above 0");
  }
}
