package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
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

  private static SchoolList list(String rows) {
    return SchoolList.read(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.of("name,urn,aliases\n" + rows);
          }

          @Override
          public List<String> list(String folder, String ending) {
            return List.of();
          }
        });
  }
}
