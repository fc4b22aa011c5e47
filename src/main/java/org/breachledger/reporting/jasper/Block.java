package org.breachledger.reporting.jasper;

import java.util.List;

/** A piece of a paper as somebody hears it, in reading order. */
sealed interface Block {

  /** The kind's name, by which the page's template tells them apart. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /**
   * A heading.
   *
   * @param level 1 to 3
   */
  record Heading(int level, String text) implements Block {
    @Override
    public String kind() {
      return "Heading" + level;
    }
  }

  /**
   * A paragraph.
   *
   * @param look the second word of its style, such as {@code Headline}
   */
  record Paragraph(String look, String text) implements Block {}

  /** A list of items without an order. */
  record Bullets(List<String> items) implements Block {}

  /**
   * A table.
   *
   * @param name the heading above it
   * @param columns its headings
   * @param rows each as long as the headings; the first cell is the row's heading
   */
  record Table(String name, List<TableCell> columns, List<List<TableCell>> rows) implements Block {}

  /**
   * A cell.
   *
   * @param number whether the template sets it as a number
   * @param strong whether the template sets it in bold
   */
  record TableCell(String text, boolean number, boolean strong) {}

  /**
   * A drawing.
   *
   * @param words the numbers it shows
   * @param svg the drawing
   */
  record Figure(String words, String svg) implements Block {}
}
