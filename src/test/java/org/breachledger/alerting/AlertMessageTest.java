package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;

class AlertMessageTest {

  private static final Routes SHIPPED = Routes.read(new JobsFolder(null));
  private static final Pack PACK =
      new Pack(
          "alert.pdf",
          new byte[] {1},
          "reports/2026-07-01/edition-1/alert-pack-lost-in-transit-all-schools.pdf");

  @Test
  void tellsTypePlaceCountsVerdictEvidenceAndSteps() {
    Alert alert = Findings.alert(Findings.notReduced(Place.school(7, "Rowan Primary School")));
    AlertMessage message =
        AlertMessage.compose(
            alert, SHIPPED.of("NOT_REDUCED").get(0), Optional.of(PACK), "https://log.example.org");

    assertThat(message.subject())
        .isEqualTo("Lost in transit did not fall: Rowan Primary School, 3 before, 4 now");
    assertThat(message.body())
        .isEqualTo(
            """
            To the ICT security analyst

            Type:     Lost in transit
            Where:    Rowan Primary School
            Before:   3 incidents, 1 July 2025 to 31 December 2025
            Now:      4 incidents, 1 January 2026 to 30 June 2026
            Verdict:  The number of incidents of this type did not fall from one
                      half year to the next. (NOT_REDUCED)
            Evidence: Too few to tell: with numbers this small no fall could be
                      shown.

            What to do next
            1. Read the pack. It lists the incidents behind these numbers by their
               references.
            2. Forward the pack to the Information Governance Board.
            3. Propose what is to change - training, policy or a control - with an
               owner and a date.

            The pack is attached and names 4 references. Alert number 15:
            https://log.example.org/alerts/15

            This message holds counts only: no names of people, no descriptions. It
            is sent once for this school, type and half year.
            """);
  }

  @Test
  void whereSchoolsAreLeftOutTheCountsAreNotCalledThoseOfAll() {
    Finding all = Findings.finding(Place.ALL_SCHOOLS, "NOT_REDUCED", 2, 2);
    Finding some =
        new Finding(
            all.place(),
            all.type(),
            all.verdict(),
            all.previous(),
            all.current(),
            1,
            all.from(),
            all.middle(),
            all.anchor(),
            "Complete schools: 2 before, 2 now.",
            9);
    AlertMessage message =
        AlertMessage.compose(
            Findings.alert(some), SHIPPED.of("NOT_REDUCED").get(0), Optional.of(PACK), "");

    assertThat(message.subject())
        .isEqualTo(
            "Lost in transit did not fall: all schools that submitted every month, 2 before, 2"
                + " now");
    assertThat(message.body())
        .contains("Where:    all schools that submitted every month\nBefore:   2 incidents");
  }

  @Test
  void oneIsOneIncidentAndOneReference() {
    Alert alert = Findings.alert(Findings.isNew(Place.ALL_SCHOOLS));
    AlertMessage message =
        AlertMessage.compose(alert, SHIPPED.of("NEW").get(0), Optional.of(PACK), "");

    assertThat(message.subject()).isEqualTo("Lost in transit is new: all schools, 0 before, 1 now");
    assertThat(message.body())
        .contains("0 incidents, 1 July 2025", "1 incident, 1 January 2026", "names 1 reference.")
        .contains("alert number 15.")
        .doesNotContain("http");
  }

  /** With pages it is had there; without, whoever reads this looks into the folder. */
  @Test
  void aPackThatDoesNotTravelIsSaidToLieWhereItDoes() {
    assertThat(linked(Optional.of(PACK), "https://log.example.org"))
        .endsWith(
            """
            The pack waits behind the sign-in and names 1 reference. Alert number
            15: https://log.example.org/alerts/15

            This message holds counts only: no names of people, no descriptions. It
            is sent once for this school, type and half year.
            """)
        .doesNotContain("attached");
    assertThat(linked(Optional.of(PACK), ""))
        .contains(
            """
            The pack lies in the home of Breachledger, at
            reports/2026-07-01/edition-1/alert-pack-lost-in-transit-all-schools.pdf,
            and names 1 reference. In Breachledger this is alert number 15.
            """)
        .doesNotContain("attached");
  }

  @Test
  void aPackThatIsNotKeptIsNotSpokenOfAsIfItWere() {
    for (String pages : List.of("", "https://log.example.org")) {
      assertThat(linked(Optional.empty(), pages))
          .contains("No pack of this alert is kept. ")
          .doesNotContain("attached", "sign-in");
    }
    Alert alert = Findings.alert(Findings.isNew(Place.ALL_SCHOOLS));
    assertThat(AlertMessage.compose(alert, SHIPPED.of("NEW").get(0), Optional.empty(), "").body())
        .doesNotContain("attached");
  }

  private static String linked(Optional<Pack> pack, String pages) {
    Route route =
        new Route("NEW", "ict-security-analyst", "Analyst", false, "is new", "It is.", List.of());
    return AlertMessage.compose(
            Findings.alert(Findings.isNew(Place.ALL_SCHOOLS)), route, pack, pages)
        .body();
  }

  @Test
  void aSchoolsNameCannotAddAHeaderLine() {
    Place place = Place.school(7, "Rowan\r\nBcc: someone@example.org\u2028School");

    assertThat(place.words()).isEqualTo("Rowan Bcc: someone@example.org School");
  }

  @Test
  void aSchoolToConfirmIsCalledByItsNumber() {
    assertThat(Place.unconfirmed(12).words()).isEqualTo("a school to confirm (number 12)");
  }

  @Test
  void fileNamesSayAnchorTypeAndSchoolNumber() {
    assertThat(Findings.isNew(Place.school(7, "Rowan Primary School")).fileName())
        .isEqualTo("alert-2026-07-01-LOST_IN_TRANSIT-school-7");
    assertThat(Findings.isNew(Place.ALL_SCHOOLS).fileName())
        .isEqualTo("alert-2026-07-01-LOST_IN_TRANSIT-all");
  }
}
