package org.breachledger.pipeline.imports;

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

/** Whatever is done to a locked original shows; only the key of the archive opens it. */
class OriginalLockTest {

  private static final OriginalLock LOCK = new OriginalLock(bytes(32));
  private static final OriginalLock OTHER = new OriginalLock(new byte[32]);
  private static final String NAME = "3f".repeat(32);
  private static final int SEGMENT = 1 << 14;

  /** What the first segment has beside content: the own 40 bytes of the stream, the tag. */
  private static final int FIRST = SEGMENT - 40 - 16;

  private static final int TAG = 16;

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        4_711,
        FIRST - 1,
        FIRST,
        FIRST + 1,
        SEGMENT,
        FIRST + SEGMENT - TAG,
        FIRST + SEGMENT - TAG + 1,
        3 * SEGMENT + 7
      })
  void whatWasLockedComesBack(int size) throws Exception {
    byte[] content = bytes(size);
    byte[] locked = locked(content);
    assertThat(unlocked(LOCK, locked, NAME)).isEqualTo(content);
    assertThat(OriginalLock.isLocked(locked)).isTrue();
    int segments = size <= FIRST ? 1 : 1 + (size - FIRST + SEGMENT - TAG - 1) / (SEGMENT - TAG);
    assertThat(locked).hasSize(OriginalLock.HEADER + 40 + size + segments * TAG);
  }

  @Test
  void theContentCannotBeSeenAndTheSameContentNeverLooksTheSame() throws Exception {
    byte[] content = "Example School ".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] first = locked(content);
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("School");
    assertThat(locked(content)).isNotEqualTo(first);
  }

  @Test
  void anotherKeyIsCalledThat() throws Exception {
    byte[] locked = locked(bytes(100));
    assertThatThrownBy(() -> unlocked(OTHER, locked, NAME))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage(
            "The original "
                + NAME
                + " is damaged, or was locked with another key than the one in"
                + " secrets/archive.key: bring that key back from a backup of its time.");
  }

  @Test
  void everyBitIsGuarded() throws Exception {
    byte[] locked = locked(bytes(40));
    for (int bit = 0; bit < locked.length * 8; bit++) {
      byte[] flipped = locked.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> unlocked(LOCK, flipped, NAME))
          .as("bit " + bit)
          .isInstanceOfAny(IOException.class, ArchiveRefused.class);
    }
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    byte[] locked = locked(bytes(60));
    for (int length = 0; length < locked.length; length++) {
      byte[] cut = Arrays.copyOf(locked, length);
      assertThatThrownBy(() -> unlocked(LOCK, cut, NAME))
          .as("length " + length)
          .isInstanceOfAny(IOException.class, ArchiveRefused.class);
    }
    byte[] longer = Arrays.copyOf(locked, locked.length + 1);
    assertThatThrownBy(() -> unlocked(LOCK, longer, NAME)).isInstanceOf(IOException.class);
  }

  /** The end of a segment is the one place where a cut leaves nothing half. */
  @Test
  void aCutBetweenSegmentsOrSegmentsSwappedAreNoticed() throws Exception {
    byte[] locked = locked(bytes(3 * SEGMENT));
    int second = OriginalLock.HEADER + SEGMENT;
    for (int cut : new int[] {second, second + SEGMENT}) {
      byte[] shorter = Arrays.copyOf(locked, cut);
      assertThatThrownBy(() -> unlocked(LOCK, shorter, NAME)).isInstanceOf(IOException.class);
    }
    byte[] swapped = locked.clone();
    System.arraycopy(locked, second, swapped, second + SEGMENT, SEGMENT);
    System.arraycopy(locked, second + SEGMENT, swapped, second, SEGMENT);
    assertThatThrownBy(() -> unlocked(LOCK, swapped, NAME)).isInstanceOf(IOException.class);
  }

  @Test
  void underTheNameOfAnotherItDoesNotOpen() throws Exception {
    byte[] locked = locked(bytes(60));
    String other = "3e" + NAME.substring(2);
    assertThatThrownBy(() -> unlocked(LOCK, locked, other)).isInstanceOf(IOException.class);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] locked(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = LOCK.lock(file, NAME)) {
      out.write(content);
    }
    return file.toByteArray();
  }

  private static byte[] unlocked(OriginalLock lock, byte[] file, String name) throws IOException {
    try (InputStream in = lock.unlock(new ByteArrayInputStream(file), name)) {
      return in.readAllBytes();
    }
  }
}
