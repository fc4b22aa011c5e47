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
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
