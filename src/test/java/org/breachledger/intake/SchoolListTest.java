package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.policy.AccentColour;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;

/** The DPO's list of schools. */
class SchoolListTest {

  @Test
  void aRowIsASchoolWithItsNumberAndOtherNames() {
    assertThat(list("Elm School,900201,Elm;The Elm\nOak School,,\n").schools())
        .containsExactly(
            new SchoolList.Entry("Elm School", "900201", List.of("Elm", "The Elm")),
            new SchoolList.Entry("Oak School", "", List.of()));
  }

  @Test
  void anEmptyListIsAList() {
    assertThat(list("").schools()).isEmpty();
  }

  @Test
  void aSchoolThatStandsTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> list("Elm School,,\nelm  school,,\n"))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(
            "jobs/intake/schools.csv, line 3: \"elm  school\" stands twice; a school has one row");
  }

  /** What lies under two names of one school is merged for good. */
  @Test
  void anOtherNameOrNumberOfTwoSchoolsIsRefusedWithItsLine() {
    assertThatThrownBy(() -> list("Elm School,,The Elm\nOak School,,the elm\n"))
        .hasMessage(
            "jobs/intake/schools.csv, line 3: \"the elm\" stands for two schools; a name is one"
                + " school's only");
    assertThatThrownBy(() -> list("Elm School,,\nOak School,,Elm School\n"))
        .hasMessageContaining("line 3: \"Elm School\" stands for two schools");
    assertThatThrownBy(() -> list("Elm School,,Oak School\nOak School,,\n"))
        .hasMessageContaining("line 3: \"Oak School\" stands twice");
    assertThatThrownBy(() -> list("Elm School,900201,\nOak School,900201,\n"))
        .hasMessageContaining("line 3: the number 900201 stands twice");
  }

  /** Folded, it is the name of rows that name no school. */
  @Test
  void anotherNameOfSignsAloneIsRefusedWithItsLine() {
    assertThatThrownBy(() -> list("Elm School,,The Elm;-\n"))
        .hasMessage(
            "jobs/intake/schools.csv, line 2: \"-\" holds no letter or digit; every row without a"
                + " school would be its");
  }

  @Test
  void aSchoolMayNameItselfAgain() {
    assertThat(list("Elm School,,elm school;Elm;Elm\n").schools()).hasSize(1);
  }

  /** Rows that gave nothing but the number came in under it, and the list keeps that name. */
  @Test
  void aSchoolMayBeKnownByItsNumberAsAName() {
    assertThat(list("Elm School,900201,URN 900201\n").schools()).hasSize(1);
    assertThatThrownBy(() -> list("Elm School,,URN 900201\nOak School,900201,\n"))
        .hasMessageContaining("line 3: the number 900201 stands twice");
  }

  @Test
  void aSchoolMayHaveAColourOfItsOwn() {
    SchoolList list =
        table("name,urn,aliases,colour\nElm School,,,#7A1F3D\nOak School,,,\nAsh School,,,#003300");
    assertThat(list.colours())
        .containsExactly(
            Map.entry("Elm School", new AccentColour(0x7A1F3D)),
            Map.entry("Ash School", new AccentColour(0x003300)));
  }

  @Test
  void aListWithoutColoursIsRead() {
    assertThat(list("Elm School,,\n").colours()).isEmpty();
  }

  @Test
  void aColourTooLightToReadIsRefusedWithItsLine() {
    assertThatThrownBy(
            () -> table("# ours\nname,urn,aliases,colour\nElm,,,#717780\nOak,,,#787770\n"))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(
            "jobs/intake/schools.csv, line 4: colour #787770 has a contrast of 4.49 to 1 against"
                + " white, too light for letters; write a darker one, of at least 4.5 to 1");
    assertThatThrownBy(() -> table("name,urn,aliases,colour\nElm,,,teal\n"))
        .hasMessage(
            "jobs/intake/schools.csv, line 2: \"teal\" is no colour; write # and six digits, such"
                + " as \"#0B5563\"");
  }

  private static SchoolList list(String rows) {
    return table("name,urn,aliases\n" + rows);
  }

  private static SchoolList table(String text) {
    return SchoolList.read(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.of(text);
          }

          @Override
          public List<String> list(String folder, String ending) {
            return List.of();
          }
        });
  }
}
