package org.breachledger.reporting.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

  private static final int MOST_TURNS = 4;

  private final Templates templates;
  private final HtmlPage page = new HtmlPage();
  private final Colouring colouring = new Colouring();

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
      return Outline.of(fill(paper).print(), colouring.of(paper.accent()));
    } catch (JRException e) {
      throw unprintable(paper, e);
    }
  }

  /** The paper as the bytes of a PDF. */
  public byte[] print(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      Filled filled = fill(paper);
      new TaggedExporter(paper, filled.contents(), colouring.of(paper.accent()))
          .export(filled.print(), out);
    } catch (JRException e) {
      throw unprintable(paper, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static IllegalStateException unprintable(Paper paper, JRException e) {
    return new IllegalStateException(
        "report-templates/" + paper.template() + " cannot be printed: " + e.getMessage(), e);
  }

  /** A filled paper, and the contents line it has. */
  private record Filled(JasperPrint print, Contents contents) {}

  /** A long paper is filled again with its contents line, until the line tells the pages right. */
  private Filled fill(Paper paper) throws JRException {
    JasperPrint without = fill(paper, Contents.none());
    if (without.getPages().size() <= paper.imprint().style().contentsOver()) {
      return new Filled(without, Contents.none());
    }
    Contents contents = Contents.of(without);
    for (int turn = 0; turn < MOST_TURNS && !contents.isEmpty(); turn++) {
      JasperPrint print = fill(paper, contents);
      Contents found = Contents.of(print);
      if (found.equals(contents)) {
        return new Filled(print, contents);
      }
      contents = found;
    }
    return new Filled(without, Contents.none());
  }

  private JasperPrint fill(Paper paper, Contents contents) throws JRException {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("PAPER", paper);
    parameters.put("CONTENTS", contents);
    parameters.put("TEMPLATES", templates);
    parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(London.ZONE));
    return JasperFillManager.getInstance(colouring.of(paper.accent()))
        .fill(templates.get(paper.template() + "/paper"), parameters, new JREmptyDataSource());
  }
}
