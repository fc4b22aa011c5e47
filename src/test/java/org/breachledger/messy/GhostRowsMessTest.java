package org.breachledger.messy;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.testing.Sheets;

/** Rows with borders and colours but nothing written, and blank rows between incidents. */
class GhostRowsMessTest extends Mess {

  private static Sheets log() {
    return Sheets.book()
        .sheet("Log")
        .row((Object[]) HEADINGS.split(","))
        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3);
  }

  private static void ghost(org.apache.poi.ss.usermodel.Workbook book, int row) {
    CellStyle style = book.createCellStyle();
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    Row ghost = book.getSheetAt(0).createRow(row - 1);
    for (int column = 0; column < 6; column++) {
      ghost.createCell(column).setCellStyle(style);
    }
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "formatted to the last row of the sheet",
                Write.xlsx(
                    log(),
                    book -> {
                      for (int row = 3; row < 200; row++) {
                        ghost(book, row);
                      }
                      ghost(book, 1_048_576);
                    }))
            .expecting("2 imported"),
        MessySheet.of("formatted in an old workbook", Write.xls(log(), book -> ghost(book, 65_536)))
            .expecting("2 imported"),
        MessySheet.of(
                "an incident far below ghost rows",
                Write.xlsx(log(), (XSSFWorkbook book) -> farBelow(book)))
            .expecting(
                """
                2 imported
                3-999 skipped blank
                1000 imported | reference=2
                """),
        MessySheet.of(
                "blank rows between and below",
                Write.csv(
                    HEADINGS
                        + "\n,,,,,\nElmbury,1,14/01/2024,Loss,x,3\n\n,,,,,\n  , ,,\t,,\n"
                        + "Elmbury,2,14/01/2024,Loss,x,3\n,,,,,\n\n\n"))
            .expecting(
                """
                2 skipped blank
                3 imported
                4-6 skipped blank
                7 imported
                """),
        MessySheet.of(
                "cells that hold blanks only",
                Write.xlsx(
                    log()
                        .row(" ", "\u00a0", "\u200b", " ", " ", " ")
                        .row("Elmbury", "2", "14/01/2024", "Loss", "x", 3)
                        .row(" ", " ")))
            .expecting(
                """
                2 imported
                3 skipped blank
                4 imported
                """),
        MessySheet.of(
                "validation and filled-down No below the log",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row(
                            "School",
                            "Ref",
                            "Date of incident",
                            "Breach type",
                            "ICO notified",
                            "Encrypted")
                        .row("Elmbury", "1", "14/01/2024", "Loss", "No", "No")
                        .row("", "", "", "", "No", "No")
                        .row("", "", "", "", "No", "No")
                        .row("Elmbury", "", "", "", "No", "No")))
            .expecting(
                """
                2 imported
                3 skipped nothing filled in
                4 skipped nothing filled in
                5 skipped nothing filled in
                """));
  }

  private static void farBelow(XSSFWorkbook book) {
    for (int row = 3; row < 1000; row++) {
      ghost(book, row);
    }
    Row row = book.getSheetAt(0).createRow(999);
    Row first = book.getSheetAt(0).getRow(1);
    for (int column = 0; column < 5; column++) {
      row.createCell(column).setCellValue(first.getCell(column).getStringCellValue());
    }
    row.getCell(1).setCellValue("2");
    row.createCell(5).setCellValue(3);
  }
}
