package org.breachledger.incident;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words compared as people compare them: without case, accents, punctuation or extra blanks. */
public final class FoldedText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedText() {}

  /** The folded form of a text; empty where nothing but marks and blanks is written. */
  public static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return ofAnyScript(text);
      }
      boolean upper = c >= 'A' && c <= 'Z';
      if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && !folded.isEmpty()) {
          folded.append(' ');
        }
        folded.append(upper ? (char) (c + ('a' - 'A')) : c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return folded.toString();
  }

  /** The same beyond the plain letters, of which most texts are. */
  private static String ofAnyScript(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
