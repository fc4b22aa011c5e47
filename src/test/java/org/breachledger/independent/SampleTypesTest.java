package org.breachledger.independent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.normalise.TypeDecision;
import org.breachledger.normalise.TypeRules;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.sample.SampleIncident;
import org.breachledger.sample.SampleIncidents;
import org.junit.jupiter.api.Test;

class SampleTypesTest {

  @Test
  void everyRowOfTheSampleGetsTheTypeThatItsPlanMeant() {
    TypeRules rules = TypeRules.read(new JobsFolder(null));
    List<String> otherwise = new ArrayList<>();
    for (SampleIncident incident : SampleIncidents.list()) {
      TypeDecision decision = rules.decide(incident.category(), incident.text());
      String type = decision.findBreachType().orElse("UNTYPED");
      boolean inbound = decision.direction().isPresent();
      if (!type.equals(incident.type()) || inbound != incident.kind().equals("INBOUND")) {
        otherwise.add(incident.type() + " became " + type + ": " + incident.text());
      }
    }
    assertThat(otherwise)
        .as("mend jobs/normalise/wording.csv, or word the tale in tales.txt as a school would")
        .isEmpty();
  }
}
