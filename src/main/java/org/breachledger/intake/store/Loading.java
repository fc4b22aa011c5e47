package org.breachledger.intake.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.breachledger.incident.store.CopyText;
import org.breachledger.intake.KnownRows;
import org.breachledger.intake.RowConveyor;
import org.breachledger.intake.RowPrint;
import org.breachledger.intake.store.RowMemory.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The rows of one file on their way into the tables of the transaction: those to be read through
 * one thread more, those that are known as their places only.
 *
 * <p>COPY has the connection to itself; for every question which rows are known it is ended, and
 * begun again with the next row that is read.
 */
final class Loading implements KnownRows, AutoCloseable {

  private static final String COPY_AGAIN = "copy again from stdin";

  private final Connection connection;
  private final String copyIncoming;
  private final Function<Placed, String> line;
  private final RowShapes shapes;
  private final @Nullable RowMemory memory;
  private final @Nullable DoubtedRows only;
  private final RowConveyor<Placed> conveyor;
  private final List<String> again = new ArrayList<>();
  private Map<UUID, Remembered> remembered = Map.of();
  private @Nullable CopyStream copy;
  private int seq;

  /**
   * A row with its place in the file.
   *
   * @param shape the number of what it speaks of
   */
  record Placed(IncomingRow row, int seq, int shape) {}

  /**
   * A way into these tables.
   *
   * @param line a row as COPY takes it, asked on the other thread
   * @param memory null where every row is read
   * @param only the rows to load, the others having been; null for all
   */
  Loading(
      Connection connection,
      String copyIncoming,
      Function<Placed, String> line,
      ToIntFunction<IncomingRow> weight,
      RowShapes shapes,
      @Nullable RowMemory memory,
      @Nullable DoubtedRows only) {
    this.connection = connection;
    this.copyIncoming = copyIncoming;
    this.line = line;
    this.shapes = shapes;
    this.memory = memory;
    this.only = only;
    this.conveyor = new RowConveyor<>(this::send, placed -> weight.applyAsInt(placed.row()));
  }

  /** Takes the next row that was read. */
  void take(IncomingRow row) {
    seq++;
    if (only == null || only.has(seq)) {
      conveyor.put(new Placed(row, seq, shapes.number(row)));
    }
  }

  private void send(Placed placed) throws SQLException {
    if (copy == null) {
      copy = CopyStream.into(connection, copyIncoming);
    }
    copy.write(line.apply(placed));
  }

  @Override
  public BitSet known(List<RowPrint> rows) {
    if (only != null) {
      return only.others(rows);
    }
    BitSet known = new BitSet();
    if (memory == null || memory.empty()) {
      return known;
    }
    try {
      settle();
      remembered = memory.find(connection, rows);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not say what it knows", e);
    }
    for (int i = 0; i < rows.size(); i++) {
      known.set(i, remembered.containsKey(rows.get(i).print()));
    }
    return known;
  }

  @Override
  public void again(RowPrint row) {
    seq++;
    if (only == null) {
      Remembered became = Objects.requireNonNull(remembered.get(row.print()));
      again.add(
          CopyText.line(
              List.of(
                  Integer.toString(seq),
                  Integer.toString(row.sheet()),
                  Integer.toString(row.row()),
                  Integer.toString(shapes.number(became.shape())),
                  Long.toString(became.incidentId()))));
    }
  }

  /** Waits until every row is in its table, and says how many rows there were. */
  int finish() throws SQLException {
    settle();
    return seq;
  }

  /** Afterwards the connection takes other statements. */
  private void settle() throws SQLException {
    conveyor.finish();
    if (copy != null) {
      copy.finish();
      copy = null;
    }
    if (!again.isEmpty()) {
      try (CopyStream lines = CopyStream.into(connection, COPY_AGAIN)) {
        for (String each : again) {
          lines.write(each);
        }
        lines.finish();
      }
      again.clear();
    }
  }

  @Override
  public void close() throws SQLException {
    conveyor.close();
    if (copy != null) {
      copy.close();
    }
  }
}
