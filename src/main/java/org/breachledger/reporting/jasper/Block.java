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
   * @param anchor by which the contents line finds a section; empty for other headings
   */
  record Heading(int level, String text, String anchor) implements Block {
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

  /** What is in a long paper. */
  record Contents(List<Entry> entries) implements Block {}

  /** A section of a contents line and where to find it. */
  record Entry(String title, String anchor) {

    /** The anchor of a section by its number, from 1. */
    static String anchor(int section) {
      return "section-" + section;
    }
  }

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
