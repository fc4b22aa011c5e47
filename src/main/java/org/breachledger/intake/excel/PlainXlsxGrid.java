package org.breachledger.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** A workbook read straight from its XML parts, taking no more for granted than the rows need. */
final class PlainXlsxGrid implements Grid {

  private final ZipFile zip;
  private final List<FileNote> notes;
  private final List<GridSheet> sheets = new ArrayList<>();
  private final Map<Integer, String> parts = new HashMap<>();
  private final List<String> strings;
  private final CellFormats formats;
  private boolean dates1904;
  private boolean formulas;

  private PlainXlsxGrid(ZipFile zip, List<FileNote> notes) throws RefusedFile, IOException {
    this.zip = zip;
    this.notes = notes;
    String workbook = target(relations("_rels/.rels", ""), "officeDocument", "xl/workbook.xml");
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
    String file = workbook.substring(folder.length());
    Map<String, Relation> relations = relations(folder + "_rels/" + file + ".rels", folder);
    this.strings = SharedStrings.read(zip, target(relations, "sharedStrings", ""));
    this.formats = CellFormats.read(zip, target(relations, "styles", ""));
    workbook(workbook, relations);
  }

  static Grid open(Path file, List<FileNote> notes) throws RefusedFile {
    ZipFile zip = null;
    try {
      zip = ZipFile.builder().setPath(file).get();
      return new PlainXlsxGrid(zip, notes);
    } catch (IOException | RuntimeException e) {
      close(zip);
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    } catch (RefusedFile e) {
      close(zip);
      throw e;
    }
  }

  private static void close(@Nullable ZipFile zip) {
    if (zip != null) {
      try {
        zip.close();
      } catch (IOException e) {
        // the file is refused all the same
      }
    }
  }

  /** What one part says of another. */
  private record Relation(String type, String target) {}

  private Map<String, Relation> relations(String part, String folder)
      throws RefusedFile, IOException {
    Map<String, Relation> relations = new HashMap<>();
    PartReader found = PartReader.find(zip, part);
    if (found == null) {
      return relations;
    }
    try (PartReader reader = found) {
      for (String name = reader.nextStart(); name != null; name = reader.nextStart()) {
        if (name.equals("Relationship")) {
          String type = reader.attribute("Type");
          String target = reader.attribute("Target");
          relations.put(
              reader.attribute("Id"),
              new Relation(
                  type.substring(type.lastIndexOf('/') + 1),
                  target.startsWith("/") ? target.substring(1) : folder + target));
        }
      }
    }
    return relations;
  }

  private static String target(Map<String, Relation> relations, String type, String otherwise) {
    return relations.values().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .findFirst()
        .orElse(otherwise);
  }

  private void workbook(String part, Map<String, Relation> relations)
      throws RefusedFile, IOException {
    int position = 0;
    try (PartReader reader = PartReader.get(zip, part)) {
      for (String name = reader.nextStart(); name != null; name = reader.nextStart()) {
        if (name.equals("workbookPr")) {
          String since = reader.attribute("date1904");
          dates1904 = since.equals("1") || since.equals("true");
        } else if (name.equals("sheet")) {
          position++;
          Relation relation = relations.get(reader.relation());
          if (relation != null && relation.type().equals("worksheet")) {
            String state = reader.attribute("state");
            boolean hidden = !state.isEmpty() && !state.equals("visible");
            sheets.add(new GridSheet(position, reader.attribute("name"), hidden));
            parts.put(position, relation.target());
          }
        }
      }
    }
  }

  @Override
  public List<GridSheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException {
    try (PartReader reader = PartReader.get(zip, parts.getOrDefault(sheet.number(), ""))) {
      SheetRows rows = new SheetRows(reader, strings, formats, dates1904);
      Spread spread = new Spread();
      for (GridRow row = rows.next(); row != null; row = rows.next()) {
        spread.row(row.cells().size());
        if (!visitor.visit(row)) {
          break;
        }
      }
      formulas |= rows.formulas();
    }
  }

  @Override
  public boolean dates1904() {
    return dates1904;
  }

  @Override
  public List<FileNote> notes() {
    List<FileNote> all = new ArrayList<>(notes);
    if (formulas) {
      all.add(HiddenNotes.FORMULAS);
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
