package org.breachledger.incident.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines in the text format of PostgreSQL's COPY. */
public final class CopyText {

  private static final String NOTHING = "\\N";

  private CopyText() {}

  /** A line of cells, with its end. */
  public static String line(List<@Nullable String> cells) {
    StringBuilder line = new StringBuilder(64 * cells.size());
    for (String cell : cells) {
      append(line, cell);
      line.append('\t');
    }
    line.setCharAt(line.length() - 1, '\n');
    return line.toString();
  }

  /** A cell; a NUL cannot be stored and is dropped. */
  private static void append(StringBuilder line, @Nullable String text) {
    if (text == null) {
      line.append(NOTHING);
      return;
    }
    int sent = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\\') {
        line.append(text, sent, i).append(escaped(c));
        sent = i + 1;
      }
    }
    line.append(text, sent, text.length());
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case 0 -> "";
      default -> String.valueOf(c);
    };
  }
}
