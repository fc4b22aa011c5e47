package org.breachledger.intake;

/**
 * Text as a person sees it: without control bytes and invisible signs, every kind of blank one
 * plain space, no blanks around it; {@code \N}, by which databases write nothing, is nothing.
 */
public final class CleanText {

  private CleanText() {}

  /** The cleaned text; line breaks within it stay. */
  public static String of(String raw) {
    String clean = plain(raw) ? raw : cleaned(raw);
    String stripped = clean.strip();
    return stripped.equals("\\N") ? "" : stripped;
  }

  private static boolean plain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if ((sign < 0x20 && sign != '\n') || sign > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    raw.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            sign -> {
              if (sign == '\n' || sign == '\r') {
                clean.append('\n');
              } else if (sign == '\t' || Character.isSpaceChar(sign)) {
                clean.append(' ');
              } else if (!invisible(sign)) {
                clean.appendCodePoint(sign);
              }
            });
    return clean.toString();
  }

  private static boolean invisible(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || sign == 0xfffe
        || sign == 0xffff;
  }
}
