package org.breachledger.alerting;

/** Writes the pack of an alert; asked only for alerts that are raised for the first time. */
@FunctionalInterface
public interface PackWriter {

  /** The pack's PDF. */
  byte[] write(Alert alert);
}
