package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByWhomTest {

  private static final PolicyProfile PROFILE = Cases.rules("category-levels").profile();

  @ParameterizedTest
  @CsvSource({
    "dpo, dpo",
    "DPO, dpo",
    "' Dpo ', dpo",
    "D.P.O., ''",
    "schools data protection officer, dpo",
    "HEAD, head",
    "headteacher, head",
    "Data Lead, data-lead",
    "DATA-LEAD, data-lead",
    "J. Example, ''",
    "Heading, ''"
  })
  void aRoleIsReadByCodeOrTitleInAnyCase(String written, String role) {
    ByWhom who = ByWhom.parse(written, PROFILE);
    assertThat(who.role().orElse("")).isEqualTo(role);
    assertThat(who.name().isPresent()).isEqualTo(role.isEmpty());
  }
}
