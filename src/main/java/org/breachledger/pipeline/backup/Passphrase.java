package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The words a backup is locked with: at least twelve characters.
 *
 * <p>Letters with accents count the same however a keyboard composes them.
 */
public final class Passphrase {

  /** The variable of the environment that holds the passphrase where no file is named. */
  public static final String SETTING = "BREACHLEDGER_PASSPHRASE";

  private static final int SHORTEST = 12;
  private static final int LONGEST_LINE = 65_536;
  private static final int BITS = 512;

  private final String words;

  private Passphrase(String words) {
    this.words = Normalizer.normalize(words, Normalizer.Form.NFC);
  }

  /**
   * The passphrase given.
   *
   * @throws BackupRefused where it is empty or too short
   */
  public static Passphrase of(String words) {
    int length = words.codePointCount(0, words.length());
    if (words.isBlank() || length < SHORTEST) {
      throw BackupRefused.setUp(
          (words.isBlank() ? "The passphrase is empty" : "The passphrase is too short")
              + "; take one of at least "
              + SHORTEST
              + " characters, better five words that nobody would guess together.");
    }
    return new Passphrase(words);
  }

  /**
   * The first line of a file where one is named, otherwise the setting of the environment.
   *
   * @param settings the environment
   * @throws BackupRefused where there is neither, or it is too short
   */
  public static Passphrase find(@Nullable Path file, Map<String, String> settings)
      throws IOException {
    return of(given(file, settings));
  }

  /**
   * The same for opening what is locked: given, not chosen, so it may be short and then not fit.
   *
   * @throws BackupRefused where there is neither, or it is empty
   */
  public static Passphrase findToOpen(@Nullable Path file, Map<String, String> settings)
      throws IOException {
    String words = given(file, settings);
    if (words.isBlank()) {
      throw BackupRefused.setUp(
          "The passphrase is empty; give the one the backup was locked with.");
    }
    return new Passphrase(words);
  }

  private static String given(@Nullable Path file, Map<String, String> settings)
      throws IOException {
    if (file != null) {
      return firstLine(file);
    }
    String set = settings.get(SETTING);
    if (set == null) {
      throw BackupRefused.setUp(
          "A backup is locked with a passphrase: set "
              + SETTING
              + ", or name a file whose first line it is with --passphrase-file.");
    }
    return set;
  }

  /** Sixty-four bytes that only these words give, slowly on purpose. */
  byte[] stretched(byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(words.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String firstLine(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LONGEST_LINE);
    }
    String text = new String(start, StandardCharsets.UTF_8);
    Arrays.fill(start, (byte) 0);
    String line = text.lines().findFirst().orElse("");
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /** Shows no word of it. */
  @Override
  public String toString() {
    return "Passphrase";
  }
}
