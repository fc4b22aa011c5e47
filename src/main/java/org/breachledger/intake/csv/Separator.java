package org.breachledger.intake.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.breachledger.exchange.TextEncoding;

/**
 * The sign between the columns of a text file: the one that stands outside quotation marks most
 * evenly in its first lines, or the one a first line {@code sep=;} names.
 *
 * @param sign the sign
 * @param declared whether the first line names it and is no row
 * @param spaced whether blanks stand between it and quotation marks that open
 */
record Separator(char sign, boolean declared, boolean spaced) {

  private static final char[] SIGNS = {',', ';', '\t', '|'};
  private static final int HEAD = 1 << 16;
  private static final int LINES = 50;

  static Separator of(Path file, TextEncoding encoding) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    try (Reader in = new InputStreamReader(encoding.open(file), encoding.charset().newDecoder())) {
      for (int n = in.read(head); n > 0; n = in.read(head, length, HEAD - length)) {
        length += n;
      }
    }
    return of(new String(head, 0, length));
  }

  static Separator of(String head) {
    String text = head.startsWith("\ufeff") ? head.substring(1) : head;
    if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5) {
      return new Separator(text.charAt(4), true, false);
    }
    char best = ',';
    int most = 0;
    for (char sign : SIGNS) {
      int rows = evenRows(text, sign);
      if (rows > most) {
        best = sign;
        most = rows;
      }
    }
    return new Separator(best, false, spaced(text, best));
  }

  private static boolean spaced(String text, char sign) {
    String quoted = Pattern.quote(String.valueOf(sign));
    return !text.contains(sign + "\"") && Pattern.compile(quoted + " +\"").matcher(text).find();
  }

  /**
   * How often the sign stands in all rows that have it as often as the fullest common number; in
   * one row among several it is part of a text.
   */
  private static int evenRows(String text, char sign) {
    int[] perRow = new int[LINES];
    int row = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && row < LINES; i++) {
      char at = text.charAt(i);
      if (at == '"') {
        quoted = !quoted;
      } else if (at == '\n' && !quoted) {
        row++;
      } else if (at == sign && !quoted) {
        perRow[row]++;
      }
    }
    int best = 0;
    int least = row > 1 ? 2 : 1;
    for (int count : perRow) {
      int rows = 0;
      for (int other : perRow) {
        rows += count > 0 && other == count ? 1 : 0;
      }
      best = Math.max(best, rows < least ? Math.min(count, 1) : rows * count);
    }
    return best;
  }
}
