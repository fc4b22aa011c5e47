package org.breachledger.intake.excel;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the hidden rows and columns of a sheet while its XML passes by in blocks, without the cost
 * of a parser: only tags that say "hidden" are looked at.
 */
final class HiddenTags {

  /** A longer tag belongs to no row or column. */
  private static final int LONGEST_TAG = 4_096;

  private static final int MOST_COLUMNS = 16_384;

  private static final Pattern TAG = Pattern.compile("<(?:\\w+:)?(row|col)\\s");
  private static final Pattern HIDDEN = Pattern.compile("\\shidden\\s*=\\s*[\"'](?:1|true)[\"']");
  private static final Pattern FROM = Pattern.compile("\\smin\\s*=\\s*[\"'](\\d{1,5})[\"']");
  private static final Pattern TO = Pattern.compile("\\smax\\s*=\\s*[\"'](\\d{1,5})[\"']");

  private String rest = "";
  private int rows;
  private int columns;

  /** Takes the next block of the part. */
  void feed(byte[] block, int length) {
    String text = rest + new String(block, 0, length, StandardCharsets.ISO_8859_1);
    int open = text.lastIndexOf('<');
    int whole = open < 0 ? text.length() : open;
    int begin = -1;
    int seen = 0;
    int at = text.indexOf("hidden");
    while (at >= 0 && at < whole) {
      for (; seen < at; seen++) {
        char sign = text.charAt(seen);
        begin = sign == '<' ? seen : sign == '>' ? -1 : begin;
      }
      int next = at + 1;
      if (begin >= 0) {
        int end = text.indexOf('>', at);
        if (end < 0) {
          break;
        }
        if (end - begin < LONGEST_TAG) {
          count(text.substring(begin, end + 1), at - begin);
        }
        next = end;
      }
      at = text.indexOf("hidden", next);
    }
    rest = text.length() - whole < LONGEST_TAG ? text.substring(whole) : "";
  }

  private void count(String tag, int at) {
    Matcher kind = TAG.matcher(tag);
    if (tag.indexOf("hidden") != at || !kind.lookingAt() || !HIDDEN.matcher(tag).find()) {
      return;
    }
    if (kind.group(1).equals("row")) {
      rows++;
    } else {
      columns += width(tag);
    }
  }

  /** How many columns a tag speaks of; all to the right end of the sheet are none in use. */
  private static int width(String tag) {
    Matcher from = FROM.matcher(tag);
    Matcher to = TO.matcher(tag);
    if (!from.find() || !to.find()) {
      return 1;
    }
    int last = Integer.parseInt(to.group(1));
    return last >= MOST_COLUMNS ? 0 : Math.max(0, last - Integer.parseInt(from.group(1)) + 1);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }
}
