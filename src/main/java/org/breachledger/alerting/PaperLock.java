package org.breachledger.alerting;

import java.util.Optional;

/** Makes a paper readable with a password only. */
public interface PaperLock {

  /** The password found where a recipient's line says; empty where none can be used. */
  Optional<String> password(Recipient recipient);

  /** The paper, encrypted with AES-256 under the password. */
  byte[] locked(byte[] pdf, String password);
}
