package org.breachledger.reporting.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PaperWriter;

/** Prints many papers on all cores, few of them in memory at a time. */
public final class PrintingRoom {

  /** A paper while it is printed. */
  private record Printing(AddressedPaper paper, Future<byte[]> pdf) {}

  private final PaperWriter writer;
  private final int cores = Runtime.getRuntime().availableProcessors();

  /** Printers that share one writer. */
  public PrintingRoom(PaperWriter writer) {
    this.writer = writer;
  }

  /**
   * Prints papers as PDF.
   *
   * @param papers asked for one after the other by the calling thread
   * @param printed given each in the same order, by the calling thread
   */
  public void print(Stream<AddressedPaper> papers, BiConsumer<AddressedPaper, byte[]> printed) {
    ExecutorService printers = Executors.newFixedThreadPool(cores);
    try {
      Deque<Printing> underWay = new ArrayDeque<>();
      for (Iterator<AddressedPaper> next = papers.iterator(); next.hasNext(); ) {
        AddressedPaper one = next.next();
        underWay.add(
            new Printing(one, printers.submit(() -> print(writer, one.paper(), PaperFormat.PDF))));
        if (underWay.size() > 2 * cores) {
          give(underWay.remove(), printed);
        }
      }
      while (!underWay.isEmpty()) {
        give(underWay.remove(), printed);
      }
    } finally {
      printers.shutdownNow();
    }
  }

  /** Prints one paper. */
  static byte[] print(PaperWriter writer, Paper paper, PaperFormat format) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      writer.write(paper, format, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.toByteArray();
  }

  private static void give(Printing printing, BiConsumer<AddressedPaper, byte[]> printed) {
    try {
      printed.accept(printing.paper(), printing.pdf().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a paper could not be printed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while papers were printed", e);
    }
  }
}
