package org.breachledger.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sensitivity factors as a DPO writes them out: the policy's names, shortened. */
final class FactorWords {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("NO_SENSITIVE_DATA", "No sensitive data"),
          Map.entry("LIMITED_DEMOGRAPHIC_DATA", "Limited demographic data"),
          Map.entry("ACCESS_MITIGATED", "Security controls mitigate"),
          Map.entry("BASIC_DEMOGRAPHIC_DATA", "Basic demographic data"),
          Map.entry("LIMITED_CLINICAL_DATA", "Limited clinical information"),
          Map.entry("DETAILED_CARE_DATA", "Detailed clinical information"),
          Map.entry("PARTICULARLY_SENSITIVE", "Particularly sensitive information"),
          Map.entry("REPEAT_INCIDENT", "Similar incident in the last 12 months"),
          Map.entry("SECURITY_FAILING", "Security failing"),
          Map.entry("MEDIA_INTEREST", "Media interest"),
          Map.entry("ICO_COMPLAINT", "Complaint to the ICO"),
          Map.entry("DISTRESS", "Distress or embarrassment"),
          Map.entry("PHYSICAL_HARM", "Risk of physical harm"),
          Map.entry("DETRIMENT", "Likely detriment"));

  private FactorWords() {}

  /** The words of these codes, joined by a semicolon. */
  static String of(List<String> codes) {
    return codes.stream().map(WORDS::get).collect(Collectors.joining("; "));
  }
}
