package org.breachledger.reporting.jasper;

import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/** Gives each export its own tagger; named in {@code jasperreports.properties}. */
public final class StyleTaggerFactory implements PdfTaggerFactory {

  @Override
  public PdfTagger createTagger(JRPdfExporter exporter) {
    return new StyleTagger();
  }
}
