package org.breachledger.alerting;

/** The paper that travels with an alert, ready to be forwarded. */
public final class Pack {

  private final String fileName;
  private final byte[] pdf;

  /**
   * A pack.
   *
   * @param fileName names no person and no upload
   * @param pdf copied
   */
  public Pack(String fileName, byte[] pdf) {
    this.fileName = fileName;
    this.pdf = pdf.clone();
  }

  /** The attachment's name, ending included. */
  public String fileName() {
    return fileName;
  }

  /** The PDF, as a copy. */
  public byte[] pdf() {
    return pdf.clone();
  }
}
