package org.breachledger.reporting.jasper;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
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
  private final Contents contents;
  private final List<ContentsLinks.Place> entries = new ArrayList<>();
  private final List<ContentsLinks.Place> sections = new ArrayList<>();

  /**
   * An exporter of one paper.
   *
   * @param contents the contents line it was filled with
   * @param context knows the paper's colour
   */
  TaggedExporter(Paper paper, Contents contents, JasperReportsContext context) {
    super(context);
    this.paper = paper;
    this.contents = contents;
  }

  /** Writes the PDF; {@code out} is left open. */
  void export(JasperPrint filled, OutputStream out) throws JRException, IOException {
    if (contents.isEmpty()) {
      exportTo(filled, out);
      return;
    }
    ByteArrayOutputStream unlinked = new ByteArrayOutputStream(1 << 16);
    exportTo(filled, unlinked);
    ContentsLinks.write(unlinked.toByteArray(), contents, entries, sections, out);
  }

  private void exportTo(JasperPrint filled, OutputStream out) throws JRException {
    setExporterInput(new SimpleExporterInput(filled));
    setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    setConfiguration(configuration());
    exportReport();
  }

  @Override
  public void exportText(JRPrintText text) {
    super.exportText(text);
    Role role = Role.of(text);
    if (role == Role.CONTENTS_ENTRY) {
      entries.add(place(text));
    } else if (role == Role.H2) {
      sections.add(place(text));
    }
  }

  private ContentsLinks.Place place(JRPrintText text) {
    float left = text.getX() + getOffsetX();
    float top = getCurrentPageFormat().getPageHeight() - text.getY() - getOffsetY();
    return new ContentsLinks.Place(
        getPdfPage(), left, top - text.getHeight(), left + text.getWidth(), top);
  }

  private int getPdfPage() {
    return crtDocumentPageNumber - 1;
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
