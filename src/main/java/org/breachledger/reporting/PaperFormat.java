package org.breachledger.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what a paper is written. */
public enum PaperFormat {
  /** To print and to send: PDF/UA-1 and PDF/A-2a. */
  PDF,
  /** To read on a screen of any size: one page that needs nothing beside it. */
  HTML,
  /** To count on: each table a sheet, without any formula. */
  XLSX;

  /** The format's name as it is written on the command line and at the end of file names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name; empty where there is none. */
  public static Optional<PaperFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
