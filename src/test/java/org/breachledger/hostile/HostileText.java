package org.breachledger.hostile;

import java.io.BufferedWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Delimited text that never ends, breaks off, or writes its letters in ways nobody expects. */
final class HostileText {

  private static final String HEADINGS = "Incident ref,School,Date of incident,Description\n";
  private static final String ROW = "A1,Elm School,2024-01-04,A bag was lost\n";
  private static final int MEGABYTE = 1 << 20;

  private HostileText() {}

  static void add(Catalogue all) {
    quotes(all.kind("text: quotation marks"));
    shapes(all.kind("text: wide and long"));
    letters(all.kind("text: letters written otherwise"));
    signs(all.kind("text: signs nobody sees"));
    cells(all.kind("text: cells"));
    logs(all.kind("text: access logs"));
  }

  private static void quotes(Catalogue all) {
    all.text("open-quote.csv", HEADINGS + "A1,Elm School,2024-01-04,\"" + "x\n".repeat(MEGABYTE));
    all.text("open-quote-in-headings.csv", "\"" + HEADINGS + ROW);
    all.text("only-quotes.csv", "\"".repeat(MEGABYTE));
    all.text("odd-quotes.csv", HEADINGS + "\"".repeat(MEGABYTE + 1) + "\n");
    all.text("quotes-in-words.csv", HEADINGS + ROW.replace("bag", "\"bag\" \"\"\""));
    all.text("quote-behind.csv", HEADINGS + ROW.replace("A bag", "\"A\"bag\"x\""));
    all.text("quoted-lines.csv", HEADINGS + ("\"\n\",".repeat(20_000) + "\n").repeat(3));
    all.text("single-quotes.csv", HEADINGS + "'".repeat(100_000) + "\n");
  }

  private static void shapes(Catalogue all) {
    all.text("wide.csv", HEADINGS + ",".repeat(20 * MEGABYTE) + "\n");
    all.text("hundred-thousand-columns.csv", headings(100_000) + ROW);
    all.file(
        "line-of-100-megabytes.csv",
        file -> {
          try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(HEADINGS);
            String megabyte = "x".repeat(MEGABYTE);
            for (int i = 0; i < 99; i++) {
              out.write(megabyte);
            }
          }
        });
    all.file(
        "more-than-100-megabytes.csv",
        file -> {
          try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(HEADINGS);
            String megabyte = (ROW).repeat(MEGABYTE / ROW.length() + 1);
            for (int i = 0; i < 101; i++) {
              out.write(megabyte);
            }
          }
        });
    all.text("long-name.csv", "x".repeat(5 * MEGABYTE) + "\n" + ROW);
    all.text("blank-lines.csv", HEADINGS + "\n".repeat(3 * MEGABYTE) + ROW);
    all.text("lines-before.csv", "\n".repeat(MEGABYTE) + HEADINGS + ROW);
    all.text("commas-in-lines.csv", HEADINGS + (",".repeat(9_000) + "\n").repeat(1_000));
    all.text("carriage-returns.csv", (HEADINGS + ROW).replace('\n', '\r'));
    all.text("no-end.csv", HEADINGS + "A1,Elm School,2024-01-04,A bag");
    all.text("headings-only.csv", HEADINGS);
    all.text("headings-again-and-again.csv", HEADINGS.repeat(50_000));
    all.text("separator-declared.csv", "sep=\u0001\n" + HEADINGS + ROW);
    all.text("separators-mixed.csv", "a;b,c\td|e\n".repeat(10_000));
    all.text("uneven.csv", HEADINGS + "A1\nA2,\nA3,,,,,,,,,,,,,,,,,,,,\n");
  }

  private static String headings(int count) {
    StringBuilder headings = new StringBuilder("Incident ref,School,Date of incident,Description");
    for (int i = 4; i < count; i++) {
      headings.append(",Column ").append(i);
    }
    return headings.append('\n').toString();
  }

  private static void letters(Catalogue all) {
    String log = HEADINGS + ROW;
    for (String charset :
        new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "IBM037"}) {
      all.bytes(
          "text-" + charset.toLowerCase(java.util.Locale.ROOT) + ".csv",
          log.getBytes(Charset.forName(charset)));
    }
    all.text("text-utf7.csv", HEADINGS + ROW.replace("A bag", "+AD0-cmd+AHw-"));
    all.latin(
        "no-utf8.csv", HEADINGS + ROW.replace("A bag", "A b\u00e4g \u00ff\u00fe\u00c3\u0028"));
    all.latin("overlong.csv", HEADINGS + ROW.replace("A bag", "\u00c0\u00bc \u00e0\u0080\u00af"));
    all.latin("surrogates.csv", HEADINGS + ROW.replace("A bag", "\u00ed\u00a0\u0080 bag"));
    all.latin("cut-letter.csv", HEADINGS + ROW + "\u00e2\u0082");
    all.text("two-marks.csv", "\ufeff\ufeff" + log);
    all.latin("mark-of-the-wrong-kind.csv", "\u00ff\u00fe" + log);
    all.latin("mark-only.csv", "\u00ef\u00bb\u00bf");
    all.latin("wide-mark-only.csv", "\u00ff\u00fe");
    all.bytes("wide-and-odd.csv", ("\ufeff" + log + "\ud800x").getBytes(StandardCharsets.UTF_16BE));
  }

  private static void signs(Catalogue all) {
    all.text("nuls.csv", HEADINGS + ROW.replace("A bag", "A\0\0bag"));
    all.text("only-nuls.csv", "\0".repeat(100_000));
    all.text("controls.csv", HEADINGS + ROW.replace("A bag", "\u0007\u001b[31mA\u001b[0m\bbag"));
    all.text("bidi.csv", HEADINGS + ROW.replace("A bag", "\u202e\u2066gab A\u2069\u202c\u200f"));
    all.text("invisible.csv", HEADINGS + ROW.replace("A bag", "\u200b\u00ad\ufeff\u2060A bag"));
    all.text(
        "lines-of-other-kinds.csv", HEADINGS + ROW.replace("A bag", "A\u2028bag\u0085\u000bx"));
    all.text("tags.csv", HEADINGS + ROW.replace("A bag", "\udb40\udc41\udb40\udc42 A bag"));
    all.text("no-signs.csv", HEADINGS + ROW.replace("A bag", "\uffff\ufffe\ufdd0 bag"));
  }

  private static void cells(Catalogue all) {
    all.text("brackets.csv", HEADINGS + "(".repeat(2 * MEGABYTE) + "\n");
    all.text("blanks-in-a-cell.csv", HEADINGS + "1,2 " + " ".repeat(MEGABYTE) + "x\n");
    String cells =
        ("(".repeat(262_000) + "," + " .".repeat(130_000) + "1,x,y\n").repeat(5)
            + ("1,z," + " 1".repeat(130_000) + "," + "(\t".repeat(130_000) + "\n").repeat(5);
    all.text("long-cells.csv", HEADINGS + cells);
    String[] patterns = {"1 ", "1/", "a,", "- ", "12:", "http://", "@", "Jan ", "one ", "\u0660"};
    for (int i = 0; i < patterns.length; i++) {
      String cell = "\"" + patterns[i].repeat(120_000 / patterns[i].length()) + "\"";
      all.text(
          "pattern-" + (i + 1) + ".csv",
          HEADINGS + (cell + "," + cell + "," + cell + "," + cell + "\n").repeat(4));
    }
    all.text("long-headings.csv", HEADINGS.replace("Description", "x ".repeat(120_000)) + ROW);
    all.text("dates.csv", HEADINGS + rows("99/99/9999", "2024-13-45", "0/0/0", "-1", "1e9"));
    all.text(
        "numbers.csv", HEADINGS + rows("9".repeat(400), "1e999999999", "NaN", "0x10", "\u221e"));
  }

  private static String rows(String... dates) {
    StringBuilder rows = new StringBuilder();
    for (String date : dates) {
      rows.append("A").append(rows.length()).append(",Elm School,").append(date).append(",Bag\n");
    }
    return rows.toString();
  }

  /** Logs of accesses are streamed whatever their size. */
  private static void logs(Catalogue all) {
    String line = "2026-01-12T08:15:00Z user1 LOGIN ok\n";
    all.text("log-line-without-end.log", line.repeat(40) + "x".repeat(30 * MEGABYTE));
    all.text("log-of-stamps.log", "2026-01-12T08:15:00Z ".repeat(MEGABYTE));
    all.latin("log-of-bytes.log", line.repeat(40) + "\u0001\u00ff".repeat(MEGABYTE));
  }
}
