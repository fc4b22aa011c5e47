package org.breachledger.alerting;

import java.time.Instant;
import java.time.LocalDate;
import org.breachledger.incident.BreachType;

/** Findings for tests: the half years before 1 July 2026. */
public final class Findings {

  /** Three before, four now. */
  public static Finding notReduced(Place place) {
    return finding(place, "NOT_REDUCED", 3, 4);
  }

  /** None before, one now. */
  public static Finding isNew(Place place) {
    return finding(place, "NEW", 0, 1);
  }

  /** A finding of lost letters with these numbers. */
  public static Finding finding(Place place, String verdict, int previous, int current) {
    return new Finding(
        place,
        new BreachType("LOST_IN_TRANSIT", "Lost in transit"),
        verdict,
        previous,
        current,
        0,
        LocalDate.of(2025, 7, 1),
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 7, 1),
        "Too few to tell: with numbers this small no fall could be shown.",
        current);
  }

  /** Alert number 15 of a finding, raised at 03:00 London time on 1 July 2026. */
  public static Alert alert(Finding finding) {
    return new Alert(15, finding, AlertState.RAISED, Instant.parse("2026-07-01T02:00:00Z"));
  }

  private Findings() {}
}
