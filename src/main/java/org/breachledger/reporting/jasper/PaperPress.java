package org.breachledger.reporting.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import org.breachledger.calendar.London;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PaperWriter;
import org.breachledger.reporting.Trace;

/**
 * Prints papers with the templates in {@code report-templates/}: one folder a report, the paper
 * handed to it as the parameter {@code PAPER}. May be shared between threads.
 */
public final class PaperPress implements PaperWriter {

  private final Templates templates;
  private final HtmlPage page = new HtmlPage();

  /** A press with the shipped templates; each is loaded when it is first needed. */
  public PaperPress() {
    this.templates = new Templates();
  }

  @Override
  public void write(Paper paper, PaperFormat format, OutputStream out) throws IOException {
    switch (format) {
      case PDF -> out.write(print(paper));
      case HTML -> page.write(paper, outline(paper), out);
      case XLSX -> PaperWorkbook.write(paper, outline(paper), Trace.none(), out);
    }
  }

  @Override
  public void writeTraced(Paper paper, Trace trace, OutputStream out) throws IOException {
    PaperWorkbook.write(paper, outline(paper), trace, out);
  }

  private List<Block> outline(Paper paper) {
    try {
      return Outline.of(fill(paper));
    } catch (JRException e) {
      throw unprintable(paper, e);
    }
  }

  /** The paper as the bytes of a PDF. */
  public byte[] print(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      JasperPrint filled = fill(paper);
      new TaggedExporter(paper).export(filled, out);
    } catch (JRException e) {
      throw unprintable(paper, e);
    }
    return out.toByteArray();
  }

  private static IllegalStateException unprintable(Paper paper, JRException e) {
    return new IllegalStateException(
        "report-templates/" + paper.template() + " cannot be printed: " + e.getMessage(), e);
  }

  private JasperPrint fill(Paper paper) throws JRException {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("PAPER", paper);
    parameters.put("TEMPLATES", templates);
    parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(London.ZONE));
    return JasperFillManager.fillReport(
        templates.get(paper.template() + "/paper"), parameters, new JREmptyDataSource());
  }
}
