package org.breachledger.messy;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.testing.Sheets;

/** Formulas: their last value is read, a failure is a gap, and nothing is ever calculated. */
class FormulaCellsMessTest extends Mess {

  private static final String WIDE = HEADINGS + ",Date closed,Encrypted";

  private static Sheets log(int rows) {
    Sheets sheet = Sheets.book().sheet("Log").row((Object[]) WIDE.split(","));
    for (int i = 1; i <= rows; i++) {
      sheet.row("Elmbury", "R" + i, "14/01/2024", "Loss", "x", 3, "15/01/2024", "Y");
    }
    return sheet;
  }

  private static Cell cell(Workbook book, int row, int column) {
    return book.getSheetAt(0).getRow(row - 1).getCell(column);
  }

  private static void formula(Workbook book, int row, int column, double value) {
    Cell cell = cell(book, row, column);
    cell.setBlank();
    cell.setCellFormula("1+1");
    cell.setCellValue(value);
  }

  private static void date(Workbook book, int row, int column, double value) {
    formula(book, row, column, value);
    CellStyle style = book.createCellStyle();
    style.setDataFormat((short) 14);
    cell(book, row, column).setCellStyle(style);
  }

  private static void cached(XSSFWorkbook book, int row, int column, String type, String value) {
    XSSFCell cell = (XSSFCell) cell(book, row, column);
    cell.setBlank();
    cell.setCellFormula("A1");
    cell.getCTCell()
        .setT(org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType.Enum.forString(type));
    cell.getCTCell().setV(value);
  }

  private static void uncalculated(XSSFWorkbook book, int row, int column) {
    Cell cell = cell(book, row, column);
    cell.setBlank();
    cell.setCellFormula("TODAY()");
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "values last calculated",
                Write.xlsx(
                    log(2),
                    book -> {
                      date(book, 2, 2, 45306);
                      formula(book, 2, 5, 7);
                      cached(book, 3, 3, "str", "Lost paperwork");
                      cached(book, 3, 7, "b", "0");
                    }))
            .expecting(
                """
                2 imported | occurred=2024-01-15 | individuals=7
                3 imported | reported_type=Lost paperwork | encrypted=no
                """)
            .andFile("note formulas"),
        MessySheet.of(
                "values last calculated in an old workbook",
                Write.xls(
                    log(2),
                    book -> {
                      date(book, 2, 2, 45306);
                      formula(book, 3, 5, 7);
                    }))
            .expecting(
                """
                2 imported | occurred=2024-01-15
                3 imported | individuals=7
                """)
            .andFile("note formulas"),
        MessySheet.of(
                "formulas never calculated",
                Write.xlsx(
                    log(3),
                    book -> {
                      uncalculated(book, 2, 2);
                      uncalculated(book, 3, 5);
                      uncalculated(book, 4, 6);
                    }))
            .expecting(
                """
                2 gaps cell_error@Date of incident | occurred=-
                3 gaps cell_error@People affected | individuals=-
                4 gaps cell_error@Date closed | closed=-
                """)
            .andFile("note formulas"),
        MessySheet.of(
                "failures in every kind of column",
                Write.xlsx(
                    log(6),
                    book -> {
                      cell(book, 2, 2).setCellErrorValue(FormulaError.REF.getCode());
                      cell(book, 3, 5).setCellErrorValue(FormulaError.NA.getCode());
                      cell(book, 4, 7).setCellErrorValue(FormulaError.NAME.getCode());
                      cell(book, 5, 3).setCellErrorValue(FormulaError.VALUE.getCode());
                      cell(book, 6, 1).setCellErrorValue(FormulaError.DIV0.getCode());
                      cell(book, 7, 0).setCellErrorValue(FormulaError.NA.getCode());
                    }))
            .expecting(
                """
                2 gaps cell_error@Date of incident | occurred=-
                3 gaps cell_error@People affected | individuals=-
                4 gaps cell_error@Encrypted | encrypted=-
                5 gaps cell_error@Type of breach | reported_type=-
                6 gaps cell_error@Incident no | reference=-
                7 gaps cell_error@School | school=-
                """),
        MessySheet.of(
                "formulas filled down below the last incident",
                Write.xlsx(
                    log(3),
                    book -> {
                      for (int column = 0; column < 8; column++) {
                        cell(book, 3, column).setBlank();
                        cell(book, 4, column).setBlank();
                      }
                      cached(book, 3, 2, "str", "");
                      cached(book, 3, 5, "str", "");
                      uncalculated(book, 4, 2);
                      uncalculated(book, 4, 5);
                    }))
            .expecting(
                """
                2 imported
                3 skipped blank
                4 skipped nothing filled in
                """),
        MessySheet.of(
                "failures as text of a text file",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,#REF!,Loss,x,3
                        Elmbury,2,14/01/2024,Loss,x,#N/A
                        Elmbury,3,14/01/2024,#NAME?,x,3
                        Elmbury,4,#######,Loss,x,3
                        """))
            .expecting(
                """
                2 gaps cell_error@Date of incident | occurred=-
                3 gaps cell_error@People affected | individuals=-
                4 gaps cell_error@Type of breach | reported_type=-
                5 gaps unreadable_date@Date of incident | occurred=-
                """));
  }
}
