package org.breachledger.intake.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.intake.FileNote;

/**
 * What the sender of a workbook is told of things it carries and does not show: which, where and
 * how many, never what they say or whom they name. Hidden cells and pivot tables left in a
 * spreadsheet that is uploaded are a breach of their own [004 Appendix A].
 */
final class HiddenNotes {

  static final FileNote MACROS =
      new FileNote("macros", "The workbook holds macros; they were not run.");
  static final FileNote FORMULAS =
      new FileNote("formulas", "Some cells hold formulas; the values last calculated were read.");

  private static final FileNote ADVICE =
      new FileNote(
          "hidden_data",
          "What a workbook hides goes to everybody who gets the workbook: left in when it is"
              + " uploaded or sent, that is a breach in itself (Appendix A). Take it out before this"
              + " workbook is passed on.");

  /** Those that may hold data somebody did not mean to pass on. */
  private static final Set<String> HOLD_DATA =
      Set.of(
          "hidden_rows",
          "hidden_columns",
          "very_hidden_sheet",
          "pivot_cache",
          "comments",
          "threaded_comments",
          "external_links",
          "embedded_objects",
          "custom_xml",
          "data_model",
          "change_history");

  private final Map<String, FileNote> notes = new LinkedHashMap<>();
  private boolean hiddenSheet;

  private void note(String code, String sentence) {
    notes.put(sentence, new FileNote(code, sentence));
  }

  private static String counted(int count, String one, String several) {
    return count == 1 ? "1 " + one : count + " " + several;
  }

  private static String not(int count, String done) {
    return (count == 1 ? "; it was not " : "; they were not ") + done + ".";
  }

  private static String sheet(String name) {
    return "Sheet \"" + name + "\"";
  }

  void macros() {
    notes.put(MACROS.sentence(), MACROS);
  }

  /** A hidden sheet; that it is one, the reader of the log says beside what it did with it. */
  void hiddenSheet(String name, boolean very) {
    hiddenSheet = true;
    if (very) {
      note(
          "very_hidden_sheet",
          sheet(name) + " is hidden in a way that no menu of a spreadsheet program undoes.");
    }
  }

  void rows(String sheet, int count) {
    hidden("hidden_rows", sheet, count, counted(count, "hidden row", "hidden rows"));
  }

  void columns(String sheet, int count) {
    hidden("hidden_columns", sheet, count, counted(count, "hidden column", "hidden columns"));
  }

  private void hidden(String code, String sheet, int count, String what) {
    if (count > 0) {
      note(code, sheet(sheet) + " has " + what + "; in a log they are read like the others.");
    }
  }

  void comments(String sheet, int count, boolean named) {
    if (count > 0) {
      String what = counted(count, "comment", "comments");
      String who =
          named ? (count == 1 ? ", which names its writer" : ", which name their writers") : "";
      note("comments", sheet(sheet) + " has " + what + who + not(count, "read"));
    }
  }

  void threadedComments(String sheet, int count) {
    if (count > 0) {
      String what = counted(count, "threaded comment", "threaded comments");
      note(
          "threaded_comments",
          sheet(sheet) + " has " + what + ", with the names of their writers" + not(count, "read"));
    }
  }

  void people(int count) {
    if (count > 0) {
      String what = counted(count, "person", "people");
      note("people", "The workbook lists " + what + " who commented on it; no name was kept.");
    }
  }

  void pivots(int caches, long rows) {
    if (caches > 0) {
      String what = counted(caches, "pivot table cache", "pivot table caches");
      String copies =
          rows > 0
              ? " with copies of " + rows + (rows == 1 ? " row" : " rows") + " of their source"
              : "";
      note("pivot_cache", "The workbook holds " + what + copies + not(caches, "read"));
    }
  }

  void externalLinks(int count) {
    if (count > 0) {
      String what = counted(count, "other file", "other files");
      note(
          "external_links",
          "The workbook links to "
              + what
              + " and may keep copies of their cells; none was opened.");
    }
  }

  void embeddedFiles(int count) {
    plain("embedded_objects", count, "embedded file", "embedded files", "; none was opened.");
  }

  void customXml(int count) {
    plain("custom_xml", count, "part of custom XML", "parts of custom XML", not(count, "read"));
  }

  void connections(int count) {
    String one = "connection to data outside";
    plain("data_connections", count, one, "connections to data outside", "; none was used.");
  }

  void names(int count) {
    plain("hidden_names", count, "hidden name", "hidden names", not(count, "read"));
  }

  void customProperties(int count) {
    plain("custom_properties", count, "custom property", "custom properties", not(count, "kept"));
  }

  private void plain(String code, int count, String one, String several, String then) {
    if (count > 0) {
      note(code, "The workbook holds " + counted(count, one, several) + then);
    }
  }

  /** Says that this list may be short. */
  void uncounted() {
    note(
        "hidden_uncounted",
        "The workbook is built in an unusual way, so not all that it may hide could be counted.");
  }

  void dataModel() {
    note(
        "data_model",
        "The workbook holds a data model, which may keep rows that no sheet shows; it was not read.");
  }

  void changeHistory() {
    note(
        "change_history",
        "The workbook keeps a history of its changes, with values that were overwritten; it was not"
            + " read.");
  }

  /**
   * The document's properties.
   *
   * @param which such as {@code its author}; none says nothing
   */
  void properties(List<String> which) {
    if (!which.isEmpty()) {
      note(
          "personal_properties",
          "The workbook's properties name " + String.join(", ", which) + "; they were not kept.");
    }
  }

  /** All notes, with advice where hidden data may be passed on by mistake. */
  List<FileNote> list() {
    List<FileNote> list = new ArrayList<>(notes.values());
    if (hiddenSheet || list.stream().map(FileNote::code).anyMatch(HOLD_DATA::contains)) {
      list.add(ADVICE);
    }
    return List.copyOf(list);
  }
}
