package org.breachledger.alerting;

/** The paper that belongs to an alert, ready to be forwarded. */
public final class Pack {

  private final String fileName;
  private final byte[] pdf;
  private final String place;

  /**
   * A pack of which no copy lies in a folder.
   *
   * @param fileName names no person and no upload
   * @param pdf copied
   */
  public Pack(String fileName, byte[] pdf) {
    this(fileName, pdf, "");
  }

  /**
   * A pack.
   *
   * @param fileName names no person and no upload
   * @param pdf copied
   * @param place of its copy, below the home; empty where there is none
   */
  public Pack(String fileName, byte[] pdf, String place) {
    this.fileName = fileName;
    this.pdf = pdf.clone();
    this.place = place;
  }

  /** The attachment's name, ending included. */
  public String fileName() {
    return fileName;
  }

  /** Where its copy lies, below the home; empty where there is none. */
  public String place() {
    return place;
  }

  /** The PDF, as a copy. */
  public byte[] pdf() {
    return pdf.clone();
  }
}
