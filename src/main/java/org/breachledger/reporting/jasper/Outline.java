package org.breachledger.reporting.jasper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.breachledger.reporting.jasper.Block.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * Takes a filled paper apart into what it says, by the same roles that tag its PDF: so page,
 * workbook and PDF come from one template and cannot differ. What a table repeats on the next page
 * is taken once.
 */
final class Outline {

  private static final Set<String> NUMBERS = Set.of("Number", "Cell", "Raised");

  private final List<Block> blocks = new ArrayList<>();
  private final List<TableCell> columns = new ArrayList<>();
  private final List<List<TableCell>> rows = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private String above = "Table";
  private final List<Block.Entry> entries = new ArrayList<>();
  private final JasperReportsContext context;
  private int figures;
  private int sections;

  private Outline(JasperReportsContext context) {
    this.context = context;
  }

  /**
   * The pieces of a paper in reading order.
   *
   * @param context knows the paper's colour
   * @throws JRRuntimeException where a style says no role or a cell stands outside a row
   */
  static List<Block> of(JasperPrint filled, JasperReportsContext context) {
    Outline outline = new Outline(context);
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
      blocks.add(new Block.Figure(words(image), Drawing.svg(image, ++figures, context)));
    }
  }

  private void text(Role role, String text, String look, boolean bold) {
    boolean number = NUMBERS.contains(look);
    switch (role) {
      case COLUMN_HEADING -> column(new TableCell(text, number, true));
      case ROW_HEADING -> rows.add(new ArrayList<>(List.of(new TableCell(text, false, bold))));
      case CELL -> row().add(new TableCell(text, number, bold));
      case LIST_ITEM -> items.add(text);
      case H1, H2, H3 -> heading(role, text);
      case PARAGRAPH -> alone(new Block.Paragraph(look, text));
      case LIST_MARK -> endTable();
      case CONTENTS_ENTRY -> entry(text);
      case ARTIFACT, FIGURE, CONTENTS_TITLE -> {}
    }
  }

  private void heading(Role role, String text) {
    String anchor = role == Role.H2 ? Block.Entry.anchor(++sections) : "";
    alone(new Block.Heading(Integer.parseInt(role.tag().substring(1)), text, anchor));
    above = text;
  }

  /** The page numbers of a PDF say nothing on a page. */
  private void entry(String text) {
    String title = text.substring(text.indexOf(Contents.GAP) + 1);
    entries.add(new Block.Entry(title, Block.Entry.anchor(entries.size() + 1)));
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
    if (!entries.isEmpty()) {
      blocks.add(new Block.Contents(List.copyOf(entries)));
      entries.clear();
    }
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
