package org.breachledger.intake.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.intake.DateSerial;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's XML part, one after another. */
final class SheetRows {

  /** A number written with more signs is a text. */
  private static final int LONGEST_NUMBER = 400;

  private final PartReader reader;
  private final List<String> strings;
  private final CellFormats formats;
  private final boolean dates1904;
  private boolean formulas;
  private int last;

  SheetRows(PartReader reader, List<String> strings, CellFormats formats, boolean dates1904) {
    this.reader = reader;
    this.strings = strings;
    this.formats = formats;
    this.dates1904 = dates1904;
  }

  boolean formulas() {
    return formulas;
  }

  /** The next row; null at the end of the sheet. */
  @Nullable GridRow next() throws RefusedFile {
    for (String name = reader.nextStart(); name != null; name = reader.nextStart()) {
      if (name.equals("row")) {
        return row();
      }
    }
    return null;
  }

  private GridRow row() throws RefusedFile {
    String written = reader.attribute("r");
    int number = written.isEmpty() ? last + 1 : CellFormats.number(written);
    if (number <= last) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    last = number;
    String hidden = reader.attribute("hidden");
    List<GridCell> cells = new ArrayList<>();
    int next = 0;
    for (PartReader.Event event = reader.next();
        event != PartReader.Event.END_OF_PART;
        event = reader.next()) {
      if (event == PartReader.Event.START && reader.name().equals("c")) {
        next = column(reader.attribute("r"), next);
        place(cells, next++);
      } else if (event == PartReader.Event.END && reader.name().equals("row")) {
        break;
      }
    }
    return new GridRow(number, cells, hidden.equals("1") || hidden.equals("true"));
  }

  private void place(List<GridCell> cells, int column) throws RefusedFile {
    GridCell cell = cell(reader.attribute("t"), reader.attribute("s"));
    if (!cell.blank()) {
      while (cells.size() <= column) {
        cells.add(GridCell.BLANK);
      }
      cells.set(column, cell);
    }
  }

  /** The column of a cell's address, from 0; the next one where it has none. */
  private static int column(String address, int next) throws RefusedFile {
    if (address.isEmpty()) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
      if (column > Spread.MOST_COLUMNS) {
        throw new RefusedFile(Refusal.BROKEN.said());
      }
    }
    return Math.max(0, column - 1);
  }

  private GridCell cell(String type, String style) throws RefusedFile {
    String value = "";
    boolean formula = false;
    boolean valued = false;
    for (PartReader.Event event = reader.next();
        event != PartReader.Event.END_OF_PART;
        event = reader.next()) {
      if (event == PartReader.Event.START) {
        switch (reader.name()) {
          case "v" -> {
            value = text("v");
            valued = true;
          }
          case "is" -> value = SharedStrings.richText(reader, "is");
          case "f" -> formula = true;
          default -> {}
        }
      } else if (event == PartReader.Event.END && reader.name().equals("c")) {
        break;
      }
    }
    formulas |= formula;
    if (value.isEmpty()) {
      return formula && !valued ? GridCell.UNCALCULATED : GridCell.BLANK;
    }
    return valued(type, style, value);
  }

  private String text(String element) throws RefusedFile {
    StringBuilder text = new StringBuilder();
    for (PartReader.Event event = reader.next();
        event != PartReader.Event.END_OF_PART;
        event = reader.next()) {
      if (event == PartReader.Event.TEXT) {
        text.append(reader.text());
      } else if (event == PartReader.Event.END && reader.name().equals(element)) {
        break;
      }
    }
    return text.toString();
  }

  private GridCell valued(String type, String style, String value) throws RefusedFile {
    return switch (type) {
      case "s" -> shared(value);
      case "b" -> GridCell.text(value.equals("0") || value.equals("false") ? "FALSE" : "TRUE");
      case "e" -> GridCell.error(value);
      case "", "n" -> number(style, value);
      default -> GridCell.text(value);
    };
  }

  private GridCell shared(String index) throws RefusedFile {
    int at = CellFormats.number(index);
    if (at < 0 || at >= strings.size()) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    return GridCell.text(strings.get(at));
  }

  private GridCell number(String style, String value) {
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()) {
      return GridCell.text(value);
    }
    String format = formats.dateFormat(style);
    Optional<GridCell> date =
        format == null
            ? Optional.empty()
            : DateSerial.read(number.get().doubleValue(), dates1904)
                .map(time -> GridCell.date(time, format));
    return date.orElseGet(() -> GridCell.number(Decimals.plain(number.get())));
  }

  private static Optional<BigDecimal> decimal(String value) {
    try {
      return value.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new BigDecimal(value.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
