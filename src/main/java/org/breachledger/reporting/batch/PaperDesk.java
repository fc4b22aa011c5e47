package org.breachledger.reporting.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.casework.store.CaseActions;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.record.AuditTrail;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PaperWriter;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.Trace;
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
  private final DeadlineRules deadlines;
  private final CaseActions actions;
  private final ChartRegister charts;
  private final SmallNumbers small;
  private final AuditTrail audit;
  private final Clock clock;

  /** A desk with the words of the policy at work. */
  public PaperDesk(
      JdbcClient jdbc,
      PaperWriter writer,
      PaperShelf shelf,
      PaperWords words,
      DelayBands bands,
      DeadlineRules deadlines,
      CaseActions actions,
      ChartRegister charts,
      SmallNumbers small,
      AuditTrail audit,
      Clock clock) {
    this.audit = audit;
    this.small = small;
    this.bands = bands;
    this.deadlines = deadlines;
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
    return PaperSource.read(
        jdbc, imprint, words, bands, deadlines, compared, actions, charts, small);
  }

  /** The edition of the papers of a run about one anchor. */
  public int edition(long manifest, LocalDate anchor) {
    return shelf.edition(manifest, anchor);
  }

  /** Prints a paper. */
  public byte[] print(Paper paper, PaperFormat format) {
    return PrintingRoom.print(writer, paper, format);
  }

  /** Prints a paper as a workbook with the incidents behind its numbers. */
  public byte[] printTraced(Paper paper, Trace trace) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      writer.writeTraced(paper, trace, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.toByteArray();
  }

  /**
   * Prints papers on all cores and publishes them under a run in their order; one entry of the
   * audit trail is for all.
   *
   * @param published told of each
   */
  public void publish(long manifest, Stream<AddressedPaper> papers, Runnable published) {
    PublishedHashes hashes = new PublishedHashes();
    new PrintingRoom(writer)
        .print(
            papers,
            (one, pdf) -> {
              shelf.publish(manifest, one.paper(), one.schoolId(), pdf, clock.instant());
              hashes.add(pdf);
              published.run();
            });
    audit.append("reports", "publish", "manifest " + manifest, hashes.details());
  }

  /** Prints a paper and publishes it under a run. */
  public byte[] publish(long manifest, Paper paper, int schoolId) {
    byte[] pdf = print(paper, PaperFormat.PDF);
    shelf.publish(manifest, paper, schoolId, pdf, clock.instant());
    PublishedHashes hashes = new PublishedHashes();
    hashes.add(pdf);
    audit.append("reports", "publish", "manifest " + manifest, hashes.details());
    return pdf;
  }
}
