package org.breachledger.alerting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be decided so that a type becomes rarer [002]. */
public enum Measure {
  TRAINING,
  POLICY,
  CONTROL;

  /** The word in the store and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of that word; empty where there is none. */
  public static Optional<Measure> find(String code) {
    return Arrays.stream(values()).filter(measure -> measure.code().equals(code)).findFirst();
  }

  /** All words. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Measure::code).toList();
  }
}
