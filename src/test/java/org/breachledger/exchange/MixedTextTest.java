package org.breachledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is UTF-8 is read as that, and every other byte in Windows-1252. */
class MixedTextTest {

  private static final int[] EDGES = {
    'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
    0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  private static String read(byte[] bytes) throws IOException {
    try (InputStream in = new MixedText(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void lettersAreFoundAsADecoderFindsThem() throws IOException {
    Random random = new Random(5);
    byte[] bytes = new byte[20_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) EDGES[random.nextInt(EDGES.length)];
    }
    assertThat(read(bytes).equals(expected(bytes))).isTrue();
  }

  private static String expected(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      int length = 4;
      while (length > 0 && !isOneLetter(bytes, at, length)) {
        length--;
      }
      text.append(
          length > 0
              ? new String(bytes, at, length, StandardCharsets.UTF_8)
              : new String(bytes, at, 1, MixedText.WINDOWS));
      at += Math.max(length, 1);
    }
    return text.toString();
  }

  private static boolean isOneLetter(byte[] bytes, int at, int length) {
    if (at + length > bytes.length) {
      return false;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + length)))
              .toString();
      return text.codePointCount(0, text.length()) == 1;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @ParameterizedTest(name = "after {0} bytes")
  @ValueSource(ints = {65_532, 65_533, 65_534, 65_535, 65_536, 131_071})
  void aLetterAcrossTwoBlocksIsWhole(int before) throws IOException {
    String plain = "x".repeat(before);
    assertThat(read((plain + "\ud83d\ude00y").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(plain + "\ud83d\ude00y");
    byte[] cut = (plain + "€").getBytes(StandardCharsets.UTF_8);
    assertThat(read(Arrays.copyOf(cut, cut.length - 1))).isEqualTo(plain + "â‚");
  }
}
