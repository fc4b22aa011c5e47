package org.breachledger.access;

/** Bytes as letters a person can type: A to Z and 2 to 7, without padding [RFC 4648 section 6]. */
public final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** The letters of these bytes. */
  public static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int waiting = 0;
    int held = 0;
    for (byte each : bytes) {
      waiting = (waiting << Byte.SIZE | each & 0xff) & 0xffff;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt(waiting >> held & 31));
      }
    }
    if (held > 0) {
      text.append(LETTERS.charAt(waiting << BITS - held & 31));
    }
    return text.toString();
  }

  /** A text in groups of four with something between them. */
  public static String grouped(String text, String between) {
    return text.replaceAll("(.{4})(?=.)", "$1" + between);
  }
}
