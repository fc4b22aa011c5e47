package org.breachledger.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Breaks good files at random, always in the same way for the same seed. */
final class Mutations {

  private static final String[] EXTREMES = {
    "0",
    "-1",
    "2147483647",
    "2147483648",
    "-9223372036854775808",
    "1e999999999",
    "NaN",
    "",
    "\0",
    "\ufffe",
    "XFD1048576",
    "ZZZZZZ1",
    "9".repeat(500),
    "<",
    ">",
    "&",
    "&#0;",
    "&e;",
    "]]>",
    "\"",
    "'",
    "\\",
    "{",
    "[",
    ",".repeat(300),
    "\n".repeat(50),
    "x".repeat(40_000),
    "<!--",
    "<![CDATA[",
    "../../",
    "http://127.0.0.1:1/",
    "\u202e",
    "=1+1",
    "99/99/9999"
  };

  private final List<byte[]> books;
  private final Random random;

  /** Breaks files; parts of {@code books} turn up in each other. */
  Mutations(List<byte[]> books, Random random) {
    this.books = books;
    this.random = random;
  }

  byte[] broken(byte[] good, boolean book) throws IOException {
    if (book && random.nextInt(3) > 0) {
      return partsBroken(good);
    }
    return book || random.nextBoolean() ? bytesBroken(good) : textBroken(good);
  }

  private byte[] bytesBroken(byte[] good) {
    byte[] bytes = good.clone();
    switch (random.nextInt(6)) {
      case 0 -> bits(bytes, 1 + random.nextInt(3));
      case 1 -> bits(bytes, 1 + random.nextInt(200));
      case 2 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 3 -> swap(bytes);
      case 4 -> java.util.Arrays.fill(bytes, at(bytes), bytes.length, (byte) random.nextInt(256));
      default -> bytes = twice(bytes);
    }
    return bytes;
  }

  private int at(byte[] bytes) {
    return random.nextInt(Math.max(1, bytes.length));
  }

  private void bits(byte[] bytes, int count) {
    for (int i = 0; i < count && bytes.length > 0; i++) {
      bytes[at(bytes)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private void swap(byte[] bytes) {
    int length = 1 + random.nextInt(Math.max(1, Math.min(4_096, bytes.length / 3)));
    int one = random.nextInt(Math.max(1, bytes.length - length));
    int other = random.nextInt(Math.max(1, bytes.length - length));
    byte[] kept = java.util.Arrays.copyOfRange(bytes, one, one + length);
    System.arraycopy(bytes, other, bytes, one, length);
    System.arraycopy(kept, 0, bytes, other, length);
  }

  private byte[] twice(byte[] bytes) {
    int from = at(bytes);
    int to = from + random.nextInt(bytes.length - from + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  private byte[] textBroken(byte[] good) {
    StringBuilder text = new StringBuilder(new String(good, StandardCharsets.UTF_8));
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(Math.max(1, text.length()));
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(3)) {
        case 0 -> text.replace(from, to, EXTREMES[random.nextInt(EXTREMES.length)]);
        case 1 -> text.delete(from, to);
        default -> number(text, from);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Puts something extreme where the next number stands. */
  private void number(StringBuilder text, int from) {
    int begin = from;
    while (begin < text.length() && !Character.isDigit(text.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    text.replace(begin, end, EXTREMES[random.nextInt(EXTREMES.length)]);
  }

  /** Breaks one part, or puts one of another workbook in its place, and packs all anew. */
  private byte[] partsBroken(byte[] good) throws IOException {
    Map<String, byte[]> parts = parts(good);
    List<String> names = new ArrayList<>(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    byte[] part = parts.get(name);
    switch (random.nextInt(5)) {
      case 0 -> {
        Map<String, byte[]> others = parts(books.get(random.nextInt(books.size())));
        List<String> theirs = new ArrayList<>(others.keySet());
        parts.put(name, others.get(theirs.get(random.nextInt(theirs.size()))));
      }
      case 1 -> parts.remove(name);
      case 2 -> parts.put(name, bytesBroken(part));
      default -> parts.put(name, textBroken(part));
    }
    RawZip zip = new RawZip();
    parts.forEach(zip::add);
    return zip.bytes();
  }

  private static Map<String, byte[]> parts(byte[] book) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }
}
