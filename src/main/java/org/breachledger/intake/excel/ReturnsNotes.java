package org.breachledger.intake.excel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Sheet;
import org.breachledger.incident.Field;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.Notice;
import org.breachledger.intake.WhatToFix;
import org.jspecify.annotations.Nullable;

/**
 * The comments on the cells to fix: what was read there, what is expected and an example. So many
 * are written as a spreadsheet program can bear; the column beside the row says it in any case.
 */
final class ReturnsNotes {

  private static final int MOST = 10_000;
  private static final int LONGEST = 1_000;
  private static final String AUTHOR = "Breachledger";

  /** Where a row that tells of no incident may be filled in. */
  private static final Set<Field> NEEDED =
      Set.of(
          Field.REFERENCE,
          Field.OCCURRED,
          Field.IDENTIFIED,
          Field.REPORTED_TYPE,
          Field.DESCRIPTION);

  private int written;

  /**
   * What is wrong in which column, from 0; empty text where a column is one of several that may be
   * filled in.
   */
  static Map<Integer, String> faults(LogSheet log, List<Notice> reasons, List<GridCell> cells) {
    Map<Integer, String> faults = new TreeMap<>();
    for (Notice notice : reasons) {
      int column = log.headings().indexOf(notice.column());
      if (column >= 0) {
        faults.merge(column, sentence(notice), (one, two) -> one + "\n" + two);
      }
    }
    reasons.stream()
        .filter(notice -> notice.column().isEmpty())
        .findFirst()
        .ifPresent(notice -> needed(log, cells, sentence(notice), faults));
    return faults;
  }

  private static String sentence(Notice notice) {
    String text = WhatToFix.inCell(notice);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void needed(
      LogSheet log, List<GridCell> cells, String sentence, Map<Integer, String> faults) {
    String first = sentence;
    for (int column = 0; column < log.headings().size(); column++) {
      boolean blank = column >= cells.size() || cells.get(column).blank();
      if (blank && !faults.containsKey(column) && needed(log, column)) {
        faults.put(column, first);
        first = "";
      }
    }
  }

  private static boolean needed(LogSheet log, int column) {
    String codes = log.mapping().getOrDefault(log.headings().get(column), "");
    return List.of(codes.split(";")).stream()
        .flatMap(code -> Field.find(code.strip()).stream())
        .anyMatch(NEEDED::contains);
  }

  /** Puts a comment on a cell, as long as there are not too many. */
  void put(Sheet sheet, int row, int column, String text) {
    if (text.isEmpty() || written >= MOST) {
      return;
    }
    written++;
    CreationHelper helper = sheet.getWorkbook().getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(column);
    anchor.setRow1(row);
    anchor.setCol2(column + 3);
    anchor.setRow2(row + 6);
    Comment comment = drawing(sheet).createCellComment(anchor);
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    comment.setString(helper.createRichTextString(shown));
    comment.setAuthor(AUTHOR);
  }

  private static Drawing<?> drawing(Sheet sheet) {
    @Nullable Drawing<?> drawing = sheet.getDrawingPatriarch();
    return drawing == null ? sheet.createDrawingPatriarch() : drawing;
  }
}
