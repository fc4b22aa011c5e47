package org.breachledger.web;

import java.text.Normalizer;

/** The name of an uploaded file as it may lie on a disk: without a path, marks or odd signs. */
final class UploadedName {

  private static final int LONGEST = 120;

  private UploadedName() {}

  /** A name of plain letters, never empty, with the ending it came with. */
  static String of(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain =
        Normalizer.normalize(last, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9 ._()&+,'-]", "_")
            .strip()
            .replaceAll("^[.~ ]+", "_");
    String name = plain.isEmpty() ? "log" : plain;
    int over = name.length() - LONGEST;
    int ending = Math.max(name.lastIndexOf('.'), name.length() - 10);
    return over <= 0 ? name : name.substring(0, ending - over) + name.substring(ending);
  }
}
