package org.breachledger.intake.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.breachledger.intake.FileNote;

/**
 * What a workbook carries that its sender may not see: macros, comments, pivot caches, links,
 * hidden columns, names of people in its properties [004 Appendix A].
 */
final class HiddenParts {

  /** Opens a part again. */
  @FunctionalInterface
  interface Part {
    InputStream open() throws IOException;
  }

  static final FileNote MACROS =
      new FileNote("macros", "The workbook holds macros; they were not run.");
  static final FileNote COMMENTS =
      new FileNote("comments", "The workbook holds comments; they were not read.");
  static final FileNote PERSON =
      new FileNote(
          "personal_properties", "The workbook's properties name a person; they were not kept.");
  static final FileNote FORMULAS =
      new FileNote("formulas", "Some cells hold formulas; the values last calculated were read.");
  private static final FileNote PIVOT =
      new FileNote(
          "pivot_cache", "The workbook holds a pivot table's cache, which may repeat hidden rows.");
  private static final FileNote LINKS =
      new FileNote("external_links", "The workbook links to other files; none was opened.");
  private static final FileNote OBJECTS =
      new FileNote("embedded_objects", "The workbook holds embedded files; none was opened.");

  private final Set<FileNote> notes = new LinkedHashSet<>();

  /** Looks at one part by its name in small letters. */
  void see(String name, Part part) throws IOException {
    if (name.endsWith("vbaproject.bin")) {
      notes.add(MACROS);
    } else if (name.matches("xl/(comments|threadedcomments).*")) {
      notes.add(COMMENTS);
    } else if (name.startsWith("xl/pivotcache/")) {
      notes.add(PIVOT);
    } else if (name.startsWith("xl/externallinks/")) {
      notes.add(LINKS);
    } else if (name.startsWith("xl/embeddings/")) {
      notes.add(OBJECTS);
    } else if (name.equals("docprops/core.xml")) {
      if (textOf(part, Set.of("creator", "lastModifiedBy"))) {
        notes.add(PERSON);
      }
    } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
      hiddenColumns(part);
    }
  }

  private static boolean textOf(Part part, Set<String> elements) throws IOException {
    try (InputStream in = part.open()) {
      XMLStreamReader reader = XmlProlog.safeFactory().createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && elements.contains(reader.getLocalName())
            && !reader.getElementText().isBlank()) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /** Columns stand before the rows, so only the head of the part is read. */
  private void hiddenColumns(Part part) throws IOException {
    int hidden = 0;
    try (InputStream in = part.open()) {
      XMLStreamReader reader = XmlProlog.safeFactory().createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          if (reader.getLocalName().equals("sheetData")) {
            break;
          }
          hidden += hiddenIn(reader);
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      return;
    }
    if (hidden > 0) {
      notes.add(hiddenColumnsNote());
    }
  }

  private static int hiddenIn(XMLStreamReader reader) {
    String hidden = reader.getAttributeValue(null, "hidden");
    boolean is = "1".equals(hidden) || "true".equals(hidden);
    return reader.getLocalName().equals("col") && is ? 1 : 0;
  }

  static FileNote hiddenColumnsNote() {
    return new FileNote("hidden_columns", "A sheet has hidden columns; they were read.");
  }

  List<FileNote> notes() {
    return new ArrayList<>(notes);
  }
}
