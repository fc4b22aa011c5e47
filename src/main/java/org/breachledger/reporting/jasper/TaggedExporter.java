package org.breachledger.reporting.jasper;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.breachledger.calendar.London;
import org.breachledger.reporting.Paper;

/**
 * Exports one filled paper as PDF/UA-1 and PDF/A-2a. Its properties are the paper's title and the
 * moment of its data, not of its printing: the same paper has the same properties.
 */
final class TaggedExporter extends JRPdfExporter {

  private static final String PROFILE = "report-templates/shared/srgb.icc";

  private final Paper paper;

  TaggedExporter(Paper paper) {
    this.paper = paper;
  }

  /** Writes the PDF; {@code out} is left open. */
  void export(JasperPrint filled, OutputStream out) throws JRException {
    setExporterInput(new SimpleExporterInput(filled));
    setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    setConfiguration(configuration());
    exportReport();
  }

  private SimplePdfExporterConfiguration configuration() {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setTagged(true);
    configuration.setTagLanguage("en-GB");
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
    configuration.setIccProfilePath(PROFILE);
    configuration.setMetadataTitle(paper.title());
    configuration.setDisplayMetadataTitle(true);
    configuration.setMetadataCreator("Breachledger");
    configuration.setCompressed(false);
    return configuration;
  }

  @Override
  protected PdfProducer createPdfProducer() {
    return new DatedProducer(createPdfProducerContext());
  }

  private final class DatedProducer extends ClassicPdfProducer {

    DatedProducer(PdfProducerContext context) {
      super(context);
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
      PdfDocumentWriter writer = super.createWriter(out);
      PdfDictionary info = getPdfWriter().getInfo();
      info.put(PdfName.CREATIONDATE, dataAsAt());
      info.put(PdfName.MODDATE, dataAsAt());
      return writer;
    }

    private PdfDate dataAsAt() {
      return new PdfDate(
          GregorianCalendar.from(paper.imprint().dataAsAt().instant().atZone(London.ZONE)));
    }
  }
}
