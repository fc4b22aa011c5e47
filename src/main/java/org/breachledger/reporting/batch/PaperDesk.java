package org.breachledger.reporting.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.breachledger.casework.store.CaseActions;
import org.breachledger.deadline.DelayBands;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PaperWriter;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.PaperShelf;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.reporting.store.PaperWords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints papers out of the register and puts them on the shelf. */
public final class PaperDesk {

  private final JdbcClient jdbc;
  private final PaperWriter writer;
  private final PaperShelf shelf;
  private final PaperWords words;
  private final DelayBands bands;
  private final CaseActions actions;
  private final ChartRegister charts;
  private final Clock clock;

  /** A desk with the words of the policy at work. */
  public PaperDesk(
      JdbcClient jdbc,
      PaperWriter writer,
      PaperShelf shelf,
      PaperWords words,
      DelayBands bands,
      CaseActions actions,
      ChartRegister charts,
      Clock clock) {
    this.bands = bands;
    this.actions = actions;
    this.charts = charts;
    this.jdbc = jdbc;
    this.writer = writer;
    this.shelf = shelf;
    this.words = words;
    this.clock = clock;
  }

  /** Reads the register once for all papers of a run, within the running transaction. */
  public PaperSource source(Imprint imprint, List<ComparedType> compared) {
    return PaperSource.read(jdbc, imprint, words, bands, compared, actions, charts);
  }

  /** The edition of the papers of a run about one anchor. */
  public int edition(long manifest, LocalDate anchor) {
    return shelf.edition(manifest, anchor);
  }

  /** Prints a paper. */
  public byte[] print(Paper paper, PaperFormat format) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      writer.write(paper, format, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.toByteArray();
  }

  /** A paper of one school, or of all for school 0. */
  public record Addressed(Paper paper, int schoolId) {}

  /**
   * Prints papers on all cores, a few at a time, and publishes them under a run in their order.
   *
   * @param published told of each
   */
  public void publish(long manifest, Stream<Addressed> papers, Runnable published) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService printers = Executors.newFixedThreadPool(cores);
    try {
      Deque<Printing> underWay = new ArrayDeque<>();
      for (Iterator<Addressed> next = papers.iterator(); next.hasNext(); ) {
        Addressed one = next.next();
        underWay.add(new Printing(one, printers.submit(() -> print(one.paper(), PaperFormat.PDF))));
        if (underWay.size() > 2 * cores) {
          shelve(manifest, underWay.remove(), published);
        }
      }
      while (!underWay.isEmpty()) {
        shelve(manifest, underWay.remove(), published);
      }
    } finally {
      printers.shutdownNow();
    }
  }

  /** A paper while it is printed. */
  private record Printing(Addressed addressed, Future<byte[]> pdf) {}

  private void shelve(long manifest, Printing printing, Runnable published) {
    try {
      Addressed one = printing.addressed();
      shelf.publish(manifest, one.paper(), one.schoolId(), printing.pdf().get(), clock.instant());
      published.run();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a paper could not be printed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while papers were printed", e);
    }
  }

  /** Prints a paper and publishes it under a run. */
  public byte[] publish(long manifest, Paper paper, int schoolId) {
    byte[] pdf = print(paper, PaperFormat.PDF);
    shelf.publish(manifest, paper, schoolId, pdf, clock.instant());
    return pdf;
  }
}
