package org.breachledger.alerting.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.breachledger.alerting.PaperLock;
import org.breachledger.alerting.Recipient;

/**
 * Encrypts papers with AES-256. The password stands in an environment variable or in the first line
 * of a file; it is never an argument, and is neither logged nor sent.
 */
public final class PasswordLock implements PaperLock {

  /** Fewer characters are no password. */
  static final int SHORTEST = 8;

  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";
  private static final int KEY_BITS = 256;
  private static final int OWNER_BYTES = 32;

  private final Map<String, String> environment;
  private final Path home;

  /**
   * A lock.
   *
   * @param environment the variables passwords may stand in
   * @param home the folder files are named from, unless they are absolute
   */
  public PasswordLock(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  @Override
  public Optional<String> password(Recipient recipient) {
    return recipient.password().flatMap(this::found).filter(word -> word.length() >= SHORTEST);
  }

  private Optional<String> found(String where) {
    if (where.startsWith(VARIABLE)) {
      return Optional.ofNullable(environment.get(where.substring(VARIABLE.length())));
    }
    Path file = home.resolve(where.substring(FILE.length()));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Files.readString(file).lines().findFirst().map(String::strip);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public byte[] locked(byte[] pdf, String password) {
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      AccessPermission rights = new AccessPermission();
      rights.setCanModify(false);
      StandardProtectionPolicy policy = new StandardProtectionPolicy(owner(), password, rights);
      policy.setEncryptionKeyLength(KEY_BITS);
      policy.setPreferAES(true);
      paper.protect(policy);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      paper.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody knows the password that lifts the restrictions. */
  private static String owner() {
    byte[] random = new byte[OWNER_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
