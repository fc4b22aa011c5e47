package org.breachledger.reporting.jasper;

import java.util.Optional;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import org.jspecify.annotations.Nullable;

/**
 * Grows a document's structure as its elements come by in reading order: cells make rows, rows make
 * a table, items make a list, entries make the contents, and anything else ends them. A table goes
 * on over a page's end; its headings, printed again there, are decoration.
 */
final class StructureTree {

  private final PdfStructure structure;
  private final PdfStructureEntry document;
  private @Nullable PdfStructureEntry table;
  private @Nullable PdfStructureEntry row;
  private boolean body;
  private @Nullable PdfStructureEntry list;
  private @Nullable PdfStructureEntry item;
  private @Nullable PdfStructureEntry contents;

  StructureTree(PdfStructure structure, String language) {
    this.structure = structure;
    this.document = structure.createDocumentTag(language);
  }

  /** The place of an element with this role; empty for what is decoration only. */
  Optional<PdfStructureEntry> place(Role role) {
    return switch (role) {
      case ARTIFACT -> Optional.empty();
      case COLUMN_HEADING -> columnHeading();
      case ROW_HEADING -> Optional.of(rowHeading());
      case CELL -> Optional.of(structure.createTag(demand(row), "TD"));
      case LIST_MARK -> Optional.of(mark());
      case CONTENTS_TITLE -> Optional.of(structure.createTag(openContents(), "Caption"));
      case CONTENTS_ENTRY -> Optional.of(entry());
      case LIST_ITEM -> Optional.of(structure.createTag(demand(item), "LBody"));
      default -> Optional.of(alone(role));
    };
  }

  private PdfStructureEntry alone(Role role) {
    table = null;
    row = null;
    list = null;
    item = null;
    contents = null;
    return structure.createTag(document, role.tag());
  }

  private PdfStructureEntry entry() {
    PdfStructureEntry line = structure.createTag(openContents(), "TOCI");
    return structure.createTag(structure.createTag(line, "Reference"), "Link");
  }

  private PdfStructureEntry openContents() {
    PdfStructureEntry open = contents;
    if (open == null) {
      open = structure.createTag(document, "TOC");
      contents = open;
    }
    return open;
  }

  private Optional<PdfStructureEntry> columnHeading() {
    if (table != null && body) {
      return Optional.empty();
    }
    if (row == null) {
      row = structure.createTag(openTable(), "TR");
    }
    return Optional.of(heading(row, "Column"));
  }

  private PdfStructureEntry rowHeading() {
    PdfStructureEntry begun = structure.createTag(openTable(), "TR");
    row = begun;
    body = true;
    return heading(begun, "Row");
  }

  private PdfStructureEntry heading(PdfStructureEntry parent, String scope) {
    PdfStructureEntry heading = structure.createTag(parent, "TH");
    heading.setSpan(1, 1);
    heading.setScope(scope);
    return heading;
  }

  private PdfStructureEntry openTable() {
    list = null;
    item = null;
    PdfStructureEntry open = table;
    if (open == null) {
      open = structure.createTag(document, "Table");
      table = open;
      body = false;
    }
    return open;
  }

  private PdfStructureEntry mark() {
    table = null;
    row = null;
    PdfStructureEntry open = list;
    if (open == null) {
      open = structure.createTag(document, "L");
      list = open;
    }
    PdfStructureEntry begun = structure.createTag(open, "LI");
    item = begun;
    return structure.createTag(begun, "Lbl");
  }

  private static PdfStructureEntry demand(@Nullable PdfStructureEntry parent) {
    if (parent == null) {
      throw new JRRuntimeException(
          "a cell needs a row heading before it in its row, an item of a list its mark");
    }
    return parent;
  }
}
