package org.breachledger.pipeline.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.breachledger.access.Base32;
import org.breachledger.access.store.AccountStore;
import org.breachledger.incident.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Whether the installation waits to be set up, and the code that shows somebody is its operator: it
 * is printed once, kept in memory as a hash, and worth nothing once there is an account.
 */
public final class FirstStart {

  /** 80 bits: nobody guesses them. */
  private static final int BYTES = 10;

  private final AccountStore accounts;
  private final CountDownLatch policyChosen = new CountDownLatch(1);
  private volatile byte @Nullable [] hash;

  /** Nothing waits before {@link #open}. */
  public FirstStart(AccountStore accounts) {
    this.accounts = accounts;
  }

  /**
   * Has every page lead to the set-up, where the trust has no account yet.
   *
   * @return the code, such as {@code K3DF-2NQA-WE7T-PL5M}; empty where there is an account
   */
  public Optional<String> open() {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String code = Base32.grouped(Base32.of(bytes), "-");
    hash = hashOf(code);
    return Optional.of(code);
  }

  /** Whether it waits to be set up. */
  public boolean waits() {
    if (hash == null) {
      return false;
    }
    if (!accounts.isEmpty()) {
      hash = null;
      return false;
    }
    return true;
  }

  /**
   * Whether this is the code.
   *
   * @param typed in capitals or not, with or without blanks and hyphens
   */
  public boolean takes(String typed) {
    byte[] kept = hash;
    return kept != null && MessageDigest.isEqual(kept, hashOf(typed));
  }

  /** Asks for another start: the parts at work were made for another policy. */
  void startAgain() {
    policyChosen.countDown();
  }

  /** Returns when the installation has to be started again, which may be never. */
  public void awaitPolicyChosen() throws InterruptedException {
    policyChosen.await();
  }

  private static byte[] hashOf(String typed) {
    String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Sha256.fresh().digest(plain.getBytes(StandardCharsets.UTF_8));
  }
}
