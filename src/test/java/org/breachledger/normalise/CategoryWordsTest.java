package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryWordsTest {

  private static final TypeRules RULES = TypeRules.read(Tables.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOST_IN_TRANSIT|LOST_IN_TRANSIT",
        "lost in transit|LOST_IN_TRANSIT",
        "Uploaded to website in error|UPLOADED_TO_WEBSITE_IN_ERROR",
        "Others|OTHER",
        "Equipment/systems failure|EQUIPMENT_OR_SYSTEMS_FAILURE",
        "Loss or theft of data or equipment on which data is stored – paperwork"
            + "|INSECURE_DISPOSAL_PAPERWORK",
        "Loss or theft of data or equipment on which data is stored - hardware"
            + "|INSECURE_DISPOSAL_HARDWARE",
        "Inappropriate access controls allowing unauthorised use access and disclosure"
            + "|UNAUTHORISED_ACCESS",
        "Technical security failing (including hacking)|TECHNICAL_SECURITY_FAILING",
        "Non-secure Disposal – hardware|INSECURE_DISPOSAL_HARDWARE",
        "PHISHING|TECHNICAL_SECURITY_FAILING",
        "No BCC|DISCLOSED_IN_ERROR",
        "Sharing of network IDs and passwords|UNAUTHORISED_ACCESS",
        "The finding of confidential information/records in a public area"
            + "|LOST_OR_STOLEN_PAPERWORK",
        "Poor disposal of confidential waste|INSECURE_DISPOSAL_PAPERWORK",
        "Damage to or theft/loss of IT equipment|LOST_OR_STOLEN_HARDWARE",
      })
  void anExactCategoryHasItsType(String category, String type) {
    TypeDecision decision = RULES.decide(category, null);
    assertThat(decision.breachType()).isEqualTo(type);
    assertThat(decision.confidence()).isEqualTo(Confidence.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"Not Provided", "UNKN", "Theft", "Loss", "Improper Disposal", "Unknown", "n/a"})
  void aCategoryThatMustStayUnmappedHasNone(String category) {
    assertThat(RULES.decide(category, "").findBreachType()).isEmpty();
  }

  @Test
  void aCategoryWithTwoMeaningsIsRefused() {
    assertThatThrownBy(
            () ->
                TypeRules.read(
                    Tables.shipped()
                        .with(
                            "normalise/vocabularies.csv",
                            "vocabulary,category,code,sub_type,one_of\n"
                                + "a,Lost bag,OTHER,,\nb,lost-bag,LOST_IN_TRANSIT,,\n")))
        .hasMessageContaining("vocabularies.csv, line 3")
        .hasMessageContaining("line 2");
  }
}
