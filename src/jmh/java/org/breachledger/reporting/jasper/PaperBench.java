package org.breachledger.reporting.jasper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import org.breachledger.bench.BenchPage;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.SamplePapers;
import org.breachledger.reporting.batch.AddressedPaper;
import org.breachledger.reporting.batch.PrintingRoom;

/**
 * How long governors' papers take beside bare JasperReports filling and exporting the same template
 * and data on one thread, without tags and archive format: in one process, in turn, as often as
 * asked. Keeps medians and the ratio.
 */
public final class PaperBench {

  private static final int INCIDENTS = 40;

  private final GovernorPaper paper = SamplePapers.governors("Fernbank Primary", INCIDENTS);
  private final PaperPress press = new PaperPress();
  private final Templates templates = new Templates();
  private long bytes;

  private PaperBench() {}

  /**
   * Measures.
   *
   * @param arguments how many papers, and how often
   */
  public static void main(String... arguments) throws Exception {
    int papers = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    PaperBench bench = new PaperBench();
    bench.bare(papers / 10);
    bench.ours(papers / 10);
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      bare.add(bench.bare(papers));
      ours.add(bench.ours(papers));
    }
    double reference = median(bare);
    BenchPage.keep(
        "Papers",
        "Governors' papers as PDF/UA-1 and PDF/A-2a on all cores, beside bare JasperReports filling"
            + " and exporting the same template and data on one thread, without tags. In one"
            + " process, in turn; medians of "
            + rounds
            + ".",
        List.of(
            "| papers | bare JasperReports, s | ours, s | ratio |",
            "|---|---|---|---|",
            String.format(
                Locale.UK,
                "| %,d | %.1f | %.1f | %.2f |",
                papers,
                reference,
                median(ours),
                median(ours) / reference)));
    if (bench.bytes == 0) {
      throw new IllegalStateException("nothing was printed");
    }
  }

  private double bare(int papers) throws Exception {
    long begun = System.nanoTime();
    for (int i = 0; i < papers; i++) {
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("PAPER", paper);
      parameters.put("TEMPLATES", templates);
      parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
      bytes +=
          JasperExportManager.exportReportToPdf(
                  JasperFillManager.fillReport(
                      templates.get(paper.template() + "/paper"),
                      parameters,
                      new JREmptyDataSource()))
              .length;
    }
    return seconds(begun);
  }

  private double ours(int papers) {
    long begun = System.nanoTime();
    new PrintingRoom(press)
        .print(
            IntStream.rangeClosed(1, papers).mapToObj(school -> new AddressedPaper(paper, school)),
            (one, pdf) -> bytes += pdf.length);
    return seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
  }
}
