package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a locked file shows; only the passphrase opens it. */
class EnvelopeTest {

  private static final Passphrase RIGHT = Passphrase.of("quiet amber lantern");
  private static final Passphrase WRONG = Passphrase.of("quiet amber lanterm");
  private static final int FEW_ROUNDS = 100;
  private static final int HEADER = 70;
  private static final int SEGMENT = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_711, SEGMENT - 1, SEGMENT, 3 * SEGMENT + 7})
  void whatWasLockedComesBack(int size) throws Exception {
    byte[] content = bytes(size);
    byte[] locked = locked(content);
    assertThat(unlocked(locked, RIGHT)).isEqualTo(content);
    assertThat(locked.length).isBetween(size + HEADER, size + HEADER + 200);
  }

  @Test
  void theContentCannotBeSeenAndTheSameContentNeverLooksTheSame() throws Exception {
    byte[] content = "Example School ".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] first = locked(content);
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("School");
    assertThat(Arrays.copyOfRange(locked(content), HEADER, HEADER + 100))
        .isNotEqualTo(Arrays.copyOfRange(first, HEADER, HEADER + 100));
  }

  @Test
  void aWrongPassphraseIsCalledThat() throws Exception {
    byte[] locked = locked(bytes(100));
    assertThatThrownBy(() -> unlocked(locked, WRONG))
        .isInstanceOf(BackupRefused.class)
        .hasMessageStartingWith("the passphrase is not the one");
  }

  @Test
  void everyBitOfTheHeaderIsGuardedAndNoneIsTakenForAWrongPassphrase() throws Exception {
    byte[] locked = locked(bytes(100));
    for (int bit = 0; bit < HEADER * 8; bit++) {
      byte[] flipped = flipped(locked, bit);
      assertThatThrownBy(() -> unlocked(flipped, RIGHT))
          .as("bit " + bit)
          .isInstanceOfSatisfying(
              BackupRefused.class,
              refused -> assertThat(refused.because()).isEqualTo(BackupRefused.Because.FILE))
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void everyBitOfTheContentIsGuarded() throws Exception {
    byte[] locked = locked(bytes(40));
    for (int bit = HEADER * 8; bit < locked.length * 8; bit++) {
      byte[] flipped = flipped(locked, bit);
      assertThatThrownBy(() -> unlocked(flipped, RIGHT))
          .as("bit " + bit)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileCutShortAnywhereIsNoticed() throws Exception {
    byte[] locked = locked(bytes(60));
    for (int length = 0; length < locked.length; length++) {
      byte[] cut = Arrays.copyOf(locked, length);
      assertThatThrownBy(() -> unlocked(cut, RIGHT))
          .as("length " + length)
          .isInstanceOfAny(IOException.class, BackupRefused.class);
    }
  }

  /** The end of a segment is the one place where a cut leaves nothing half. */
  @Test
  void aFileCutBetweenSegmentsOrWithSegmentsSwappedIsNoticed() throws Exception {
    byte[] locked = locked(bytes(3 * SEGMENT));
    int first = HEADER + SEGMENT;
    for (int cut : new int[] {first, first + SEGMENT}) {
      byte[] shorter = Arrays.copyOf(locked, cut);
      assertThatThrownBy(() -> unlocked(shorter, RIGHT)).isInstanceOf(IOException.class);
    }
    byte[] swapped = locked.clone();
    System.arraycopy(locked, first, swapped, first + SEGMENT, SEGMENT);
    System.arraycopy(locked, first + SEGMENT, swapped, first, SEGMENT);
    assertThatThrownBy(() -> unlocked(swapped, RIGHT)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsPutBehindTheEndIsNoticed() throws Exception {
    byte[] locked = locked(bytes(60));
    byte[] longer = Arrays.copyOf(locked, locked.length + 1);
    assertThatThrownBy(() -> unlocked(longer, RIGHT)).isInstanceOf(IOException.class);
  }

  @Test
  void theHeaderOfAnotherBackupDoesNotFit() throws Exception {
    byte[] one = locked(bytes(60));
    byte[] other = locked(bytes(60));
    System.arraycopy(one, 0, other, 0, HEADER);
    assertThatThrownBy(() -> unlocked(other, RIGHT)).isInstanceOf(IOException.class);
  }

  @Test
  void aNewerFormatIsNotAFaultOfTheFile() {
    byte[] newer = EnvelopeHeader.of(2, FEW_ROUNDS, new byte[16], new byte[16]).bytes();
    assertThatThrownBy(() -> unlocked(newer, RIGHT))
        .isInstanceOfSatisfying(
            BackupRefused.class,
            refused -> assertThat(refused.because()).isEqualTo(BackupRefused.Because.SET_UP))
        .hasMessageContaining("newer program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK\u0003\u0004 a spreadsheet", "BREACHLEDGER"})
  void somethingElseIsNotABackup(String content) {
    assertThatThrownBy(() -> unlocked(content.getBytes(StandardCharsets.US_ASCII), RIGHT))
        .isInstanceOf(BackupRefused.class)
        .hasMessageStartingWith("it is not a backup of Breachledger");
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] locked(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = Envelope.lock(file, RIGHT, FEW_ROUNDS)) {
      out.write(content);
    }
    return file.toByteArray();
  }

  private static byte[] unlocked(byte[] file, Passphrase passphrase) throws IOException {
    try (InputStream in = Envelope.unlock(new ByteArrayInputStream(file), passphrase)) {
      return in.readAllBytes();
    }
  }
}
