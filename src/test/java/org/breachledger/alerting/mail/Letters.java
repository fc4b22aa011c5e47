package org.breachledger.alerting.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.policy.files.JobsFolder;

/** Messages for tests. */
final class Letters {

  static final byte[] PDF = "%PDF-1.7 not a real one".getBytes(StandardCharsets.ISO_8859_1);
  static final String SENDER = "breachledger@example.org";

  static OutboxMessage to(String address, String school) {
    Alert alert = Findings.alert(Findings.notReduced(Place.school(7, school)));
    Pack pack = new Pack(alert.finding().fileName() + ".pdf", PDF);
    AlertMessage text =
        AlertMessage.compose(
            alert,
            Routes.read(new JobsFolder(null)).of("NOT_REDUCED").get(0),
            Optional.of(pack),
            "");
    return new OutboxMessage(
        "alert-15.ict-security-analyst-1.0@example.org",
        15,
        "ict-security-analyst",
        1,
        address,
        text,
        alert.finding().fileName(),
        Optional.of(pack),
        alert.raisedAt(),
        0);
  }

  private Letters() {}
}
