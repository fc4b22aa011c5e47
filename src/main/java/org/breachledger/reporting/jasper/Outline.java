package org.breachledger.reporting.jasper;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import org.breachledger.reporting.jasper.Block.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * Takes a filled paper apart into what it says, by the same roles that tag its PDF: so page,
 * workbook and PDF come from one template and cannot differ. What a table repeats on the next page
 * is taken once.
 */
final class Outline {

  private final List<Block> blocks = new ArrayList<>();
  private final List<TableCell> columns = new ArrayList<>();
  private final List<List<TableCell>> rows = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private String above = "Table";
  private int figures;

  private Outline() {}

  /**
   * The pieces of a paper in reading order.
   *
   * @throws JRRuntimeException where a style says no role or a cell stands outside a row
   */
  static List<Block> of(JasperPrint filled) {
    Outline outline = new Outline();
    for (JRPrintPage page : filled.getPages()) {
      page.getElements().forEach(outline::take);
    }
    outline.end();
    return List.copyOf(outline.blocks);
  }

  private void take(JRPrintElement element) {
    if (element instanceof JRPrintFrame frame) {
      frame.getElements().forEach(this::take);
    } else if (element instanceof JRPrintText text) {
      text(Role.of(text), text.getFullText().strip(), look(text), text.isBold());
    } else if (element instanceof JRPrintImage image && Role.of(image) == Role.FIGURE) {
      end();
      blocks.add(new Block.Figure(words(image), Drawing.svg(image, ++figures)));
    }
  }

  private void text(Role role, String text, String look, boolean bold) {
    boolean number = look.equals("Number") || look.equals("Cell");
    switch (role) {
      case COLUMN_HEADING -> column(new TableCell(text, number, true));
      case ROW_HEADING -> rows.add(new ArrayList<>(List.of(new TableCell(text, false, bold))));
      case CELL -> row().add(new TableCell(text, number, bold));
      case LIST_ITEM -> items.add(text);
      case H1, H2, H3 -> heading(role, text);
      case PARAGRAPH -> alone(new Block.Paragraph(look, text));
      case LIST_MARK -> endTable();
      case ARTIFACT, FIGURE -> {}
    }
  }

  private void heading(Role role, String text) {
    alone(new Block.Heading(Integer.parseInt(role.tag().substring(1)), text));
    above = text;
  }

  private void column(TableCell heading) {
    if (rows.isEmpty()) {
      columns.add(heading);
    }
  }

  private List<TableCell> row() {
    if (rows.isEmpty()) {
      throw new JRRuntimeException("a cell needs a row heading before it in its row");
    }
    return rows.get(rows.size() - 1);
  }

  private void alone(Block block) {
    end();
    blocks.add(block);
  }

  private void end() {
    endTable();
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(List.copyOf(items)));
      items.clear();
    }
  }

  private void endTable() {
    if (!columns.isEmpty() || !rows.isEmpty()) {
      blocks.add(
          new Block.Table(above, List.copyOf(columns), rows.stream().map(List::copyOf).toList()));
      columns.clear();
      rows.clear();
    }
  }

  private static String words(JRPrintImage image) {
    @Nullable String words = image.getPropertiesMap().getProperty(StyleTagger.ALTERNATIVE);
    if (words == null || words.isBlank()) {
      throw new JRRuntimeException(
          "a figure has no alternative text; give it " + StyleTagger.ALTERNATIVE);
    }
    return words;
  }

  private static String look(JRPrintElement element) {
    String name = element.getStyle().getName();
    return name.substring(name.indexOf('.') + 1);
  }
}
