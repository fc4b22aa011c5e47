package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BreachTypesTest {

  private static final BreachTypes TYPES = BreachTypes.read(Tables.shipped());

  @Test
  void theElevenTypesOfTheAppendixAreThere() {
    assertThat(TYPES.list())
        .extracting(TypeDefinition::code)
        .containsExactly(
            "LOST_IN_TRANSIT",
            "LOST_OR_STOLEN_HARDWARE",
            "LOST_OR_STOLEN_PAPERWORK",
            "DISCLOSED_IN_ERROR",
            "UPLOADED_TO_WEBSITE_IN_ERROR",
            "INSECURE_DISPOSAL_HARDWARE",
            "INSECURE_DISPOSAL_PAPERWORK",
            "TECHNICAL_SECURITY_FAILING",
            "EQUIPMENT_OR_SYSTEMS_FAILURE",
            "UNAUTHORISED_ACCESS",
            "OTHER");
  }

  @Test
  void aTypeCarriesWhatOtherBodiesCallIt() {
    TypeDefinition disclosed = TYPES.get("DISCLOSED_IN_ERROR");
    assertThat(disclosed.icoTypes()).contains("Failure to use bcc");
    assertThat(disclosed.gdprEffects()).containsExactly("confidentiality");
    assertThat(disclosed.verisAction()).isEqualTo("error.Misdelivery");
    assertThat(disclosed.subTypes())
        .extracting(SubType::code)
        .contains(
            "EMAIL_WRONG_RECIPIENT",
            "POST_OR_FAX_WRONG_RECIPIENT",
            "NO_BCC",
            "FAILURE_TO_REDACT",
            "VERBAL",
            "WRONG_RECORD_IN_PORTAL",
            "THIRD_PARTY_NOT_ENTITLED");
  }

  @Test
  void titlesAreForGovernors() {
    assertThat(TYPES.titleOf("LOST_IN_TRANSIT")).isEqualTo("Lost in transit");
    assertThat(TYPES.titleOf("UNTYPED")).isEqualTo("Type not yet known");
    assertThatThrownBy(() -> TYPES.titleOf("LOST")).hasMessageContaining("no breach type LOST");
  }

  @Test
  void aCodeThatStandsTwiceIsRefused() {
    String table =
        "code,title,definition,ico_types,gdpr_effect,veris_action,source\n"
            + "OTHER,Other,x,,confidentiality,error.Other,004\n"
            + "OTHER,Others,x,,confidentiality,error.Other,004\n";
    assertThatThrownBy(
            () -> BreachTypes.read(Tables.shipped().with("normalise/breach-types.csv", table)))
        .hasMessageContaining("breach-types.csv, line 3")
        .hasMessageContaining("stands twice");
  }
}
