package org.breachledger.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.breachledger.calendar.London;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/** A file that holds an incident log, surveyed; its rows are read one after another. */
public final class LogFile implements Opened, Closeable {

  private final Grid grid;
  private final Vocabulary vocabulary;
  private final LogSummary summary;
  private final List<SheetPlan> plans;
  private final MomentCells cells;

  LogFile(
      Grid grid,
      Vocabulary vocabulary,
      LogSummary summary,
      List<SheetPlan> plans,
      MomentCells cells) {
    this.grid = grid;
    this.vocabulary = vocabulary;
    this.summary = summary;
    this.plans = List.copyOf(plans);
    this.cells = cells;
  }

  /** What is known of the log before its rows are taken. */
  public LogSummary summary() {
    return summary;
  }

  /**
   * Gives every row below the headings to {@code sink}, sheet by sheet from top to bottom: each is
   * taken, returned or skipped, and their number is {@link LogSummary#rowsRead()}. May be asked
   * again.
   *
   * @return a refusal where the file broke on the way and the rows given must be forgotten;
   *     otherwise empty
   */
  public Optional<Refused> read(RowSink sink) {
    return read(sink, KnownRows.NONE);
  }

  /** The same, but rows that are known are named in their turn and not read. */
  public Optional<Refused> read(RowSink sink, KnownRows known) {
    try {
      for (int i = 0; i < plans.size(); i++) {
        JoinedRows rows = new JoinedRows(joined(plans.get(i)), sink);
        new SheetReading(plans.get(i), summary.sheets().get(i), rows, known).read();
        rows.finish();
      }
      return Optional.empty();
    } catch (RefusedFile e) {
      return Optional.of(e.refused());
    } catch (IOException e) {
      return Optional.of(Refusal.BROKEN.said());
    } catch (OutOfMemoryError | StackOverflowError e) {
      return Optional.of(LogReader.needsMemory());
    }
  }

  private static Set<Field> joined(SheetPlan plan) {
    Profile profile = plan.heading().profile();
    return profile == null ? Set.of() : profile.joined();
  }

  @Override
  public void close() throws IOException {
    grid.close();
  }

  /** One sheet on its way to the sink; rows that are blank or left out are counted in runs. */
  private final class SheetReading implements Grid.RowVisitor {

    private final SheetPlan plan;
    private final RowReader reader;
    private final RowSink sink;
    private final @Nullable StretchOfRows stretch;
    private int next;
    private int unread;

    private SheetReading(SheetPlan plan, LogSheet sheet, RowSink sink, KnownRows known) {
      this.plan = plan;
      this.sink = sink;
      this.reader = new RowReader(plan, vocabulary, moments(plan), sheet.school());
      this.next = plan.heading().bodyFrom();
      this.unread = next;
      // What a row is joined with decides what it says.
      this.stretch =
          known == KnownRows.NONE || !joined(plan).isEmpty()
              ? null
              : new StretchOfRows(
                  new RowPrinter(plan, sheet, dates(plan), grid.dates1904()),
                  known,
                  this::blankUpTo,
                  this::take);
    }

    private void read() throws RefusedFile, IOException {
      if (plan.rowsRead() > 0) {
        grid.read(plan.sheet(), this);
        if (stretch != null) {
          stretch.finish();
        }
      }
    }

    @Override
    public boolean visit(GridRow row) {
      if (row.number() >= unread && !row.blank()) {
        unread = row.number() + 1;
        if (stretch == null) {
          blankUpTo(row.number());
          take(row, null);
        } else {
          stretch.add(row);
        }
      }
      return row.number() < plan.lastRow();
    }

    private void take(GridRow row, @Nullable RowPrint print) {
      give(row.number(), reader.read(row), print == null ? null : print.print());
    }

    private void blankUpTo(int number) {
      if (number > next) {
        give(next, new Outcome.Skipped("blank", number - next), null);
      }
      next = number + 1;
    }

    private void give(int row, Outcome outcome, @Nullable UUID print) {
      sink.take(new ReadRow(plan.sheet().number(), plan.sheet().name(), row, outcome, print));
    }
  }

  private MomentReader moments(SheetPlan plan) {
    @Nullable Profile profile = plan.heading().profile();
    return new MomentReader(
        cells,
        vocabulary.words(),
        dates(plan),
        new LocalClock(profile == null ? London.ZONE : profile.zone()),
        plan.dayColumns());
  }

  private DateOrder dates(SheetPlan plan) {
    @Nullable Profile profile = plan.heading().profile();
    return profile == null || profile.dates() == DateOrder.UNDECIDED
        ? summary.dates()
        : profile.dates();
  }
}
