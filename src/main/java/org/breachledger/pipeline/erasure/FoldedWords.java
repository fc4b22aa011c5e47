package org.breachledger.pipeline.erasure;

import java.text.Normalizer;

/**
 * Words as a search compares them: how they are capitalised, broken over lines, spaced and
 * punctuated makes no difference, nor in which form Unicode writes a letter. The register is folded
 * in SQL by the same signs.
 */
final class FoldedWords {

  private static final String APOSTROPHES = "\u2018\u2019\u201b\u02bc\u2032\u00b4\u1ffd`";
  private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212";
  private static final String BREAKS = "\n\r\t\f\u000b\u0085\u2028\u2029";

  /** What quotes, what JSON escapes with, and what no reader sees. */
  private static final String DROPPED =
      "\"\\\u201c\u201d\u201e\u201f\u00ab\u00bb\u00ad\u200b\u200c\u200d\u2060\ufeff"
          + "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  /** Signs of which some become another. */
  static final String SIGNS = APOSTROPHES + HYPHENS + BREAKS + DROPPED;

  /** What each of them becomes, in their order; those beyond the last are dropped. */
  static final String FOLDED =
      "'".repeat(APOSTROPHES.length()) + "-".repeat(HYPHENS.length()) + " ".repeat(BREAKS.length());

  private FoldedWords() {}

  /**
   * The same words folded; a blank at either end stays, folding twice changes nothing. Signs go
   * before letters are put into one form, which would take some of them apart, and after, which
   * makes some.
   */
  static String of(CharSequence words) {
    String folded = withoutSigns(words);
    return Normalizer.isNormalized(folded, Normalizer.Form.NFKC)
        ? folded
        : withoutSigns(Normalizer.normalize(folded, Normalizer.Form.NFKC));
  }

  private static String withoutSigns(CharSequence plain) {
    StringBuilder folded = new StringBuilder(plain.length());
    for (int at = 0; at < plain.length(); at++) {
      char one = plain.charAt(at);
      int sign = one > '\u007e' || one < '0' || one == '\\' || one == '`' ? SIGNS.indexOf(one) : -1;
      if (sign >= FOLDED.length()) {
        continue;
      }
      char sought = sign < 0 ? Character.toLowerCase(one) : FOLDED.charAt(sign);
      if (sought != ' ' || folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
        folded.append(sought);
      }
    }
    return folded.toString();
  }
}
