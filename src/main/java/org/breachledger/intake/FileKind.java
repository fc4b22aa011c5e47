package org.breachledger.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.breachledger.exchange.WideText;

/** What a file is by its first bytes, whatever its name says. */
public enum FileKind {
  EMPTY("an empty file"),
  /** A zip archive, as {@code .xlsx} is. */
  ZIP("a zip archive"),
  /** An OLE2 container, as {@code .xls} and encrypted workbooks are. */
  OLE2("an older Office file"),
  TEXT("a text file"),
  PDF("a PDF document"),
  WEB_PAGE("a web page"),
  XML("an XML file"),
  RICH_TEXT("a rich text document"),
  PICTURE("a picture"),
  BINARY("a file of an unknown kind");

  private static final int HEAD = 8192;

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** The kind in words, such as {@code a PDF document}. */
  public String words() {
    return words;
  }

  /** The kind of a file. */
  public static FileKind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    }
  }

  /** The kind of a file that begins with these bytes. */
  static FileKind of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    String latin = new String(head, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) {
      return ZIP;
    }
    if (latin.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLE2;
    }
    if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00ff\u00d8\u00ff")) {
      return PICTURE;
    }
    return WideText.charset(head).isPresent() ? TEXT : written(latin);
  }

  private static FileKind written(String latin) {
    String bare = latin.startsWith("\u00ef\u00bb\u00bf") ? latin.substring(3) : latin;
    String start = bare.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("%pdf")) {
      return PDF;
    }
    if (start.startsWith("{\\rtf")) {
      return RICH_TEXT;
    }
    if (start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<head")) {
      return WEB_PAGE;
    }
    if (start.startsWith("<?xml")) {
      return XML;
    }
    return binary(bare) ? BINARY : TEXT;
  }

  /** Stray control bytes happen in text; more than one in fifty do not. */
  private static boolean binary(String latin) {
    long odd = latin.chars().filter(sign -> sign < 0x20 && "\t\n\r\f".indexOf(sign) < 0).count();
    return odd > Math.max(8, latin.length() / 50);
  }
}
