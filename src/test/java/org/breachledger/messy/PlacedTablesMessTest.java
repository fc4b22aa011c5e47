package org.breachledger.messy;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.breachledger.testing.Sheets;

/** Tables that begin anywhere on a sheet, and more than one table on it. */
class PlacedTablesMessTest extends Mess {

  private static final String[] SHORT = {"School", "Ref", "Date of incident", "Breach type"};

  private static Object[] shifted(int columns, Object... cells) {
    Object[] shifted = new Object[columns + cells.length];
    java.util.Arrays.fill(shifted, "");
    System.arraycopy(cells, 0, shifted, columns, cells.length);
    return shifted;
  }

  private static Sheets atColumnD(int above) {
    Sheets sheet = Sheets.book().sheet("Log");
    for (int i = 0; i < above; i++) {
      sheet.row();
    }
    return sheet
        .row(shifted(3, (Object[]) SHORT))
        .row(shifted(3, "Elmbury", "1", "14/01/2024", "Loss"))
        .row(shifted(3, "Elmbury", "2", "15/01/2024", "Loss"));
  }

  private static void logo(Workbook book) {
    Row row = book.getSheetAt(0).createRow(1);
    row.createCell(0).setCellValue("Elm Hill Trust");
    book.getSheetAt(0).createRow(3).createCell(7).setCellValue("Confidential");
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of("column D, row 12", Write.xlsx(atColumnD(11)))
            .expecting(
                """
                13 imported | school=Elmbury | occurred=2024-01-14
                14 imported | reference=2
                """)
            .andFile("headings in row 12"),
        MessySheet.of(
                "the same in an old workbook, words around it",
                Write.xls(atColumnD(11), PlacedTablesMessTest::logo))
            .expecting(
                """
                13 imported | school=Elmbury | occurred=2024-01-14
                14 imported | reference=2
                """)
            .andFile("headings in row 12"),
        MessySheet.of(
                "a summary beside the log",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row(
                            "School",
                            "Ref",
                            "Date of incident",
                            "Breach type",
                            "",
                            "Month",
                            "Number")
                        .row("Elmbury", "1", "14/01/2024", "Loss", "", "January", 2)
                        .row("Elmbury", "2", "15/01/2024", "Loss", "", "February", 0)
                        .row("", "", "", "", "", "March", 0)
                        .row("", "", "", "", "", "Total", 2)))
            .expecting(
                """
                2 imported | reference=1
                3 imported | reference=2
                4 skipped nothing filled in
                5 skipped total
                """),
        MessySheet.of(
                "a summary below the log",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) SHORT)
                        .row("Elmbury", "1", "14/01/2024", "Loss")
                        .row()
                        .row("Month", "Number of incidents")
                        .row("January", 1)
                        .row("February", 0)))
            .expecting(
                """
                2 imported
                3 skipped blank
                4 skipped number without an incident
                5 skipped number without an incident
                6 skipped number without an incident
                """),
        MessySheet.of(
                "a second log below with the same headings",
                Write.csv(
                    """
                    School,Ref,Date of incident,Breach type
                    Elmbury,1,14/01/2024,Loss
                    ,,,
                    Closed incidents,,,
                    School,Ref,Date of incident,Breach type
                    Elmbury,2,15/01/2024,Loss
                    """))
            .expecting(
                """
                2 imported
                3 skipped blank
                4 skipped note
                5 skipped headings again
                6 imported | reference=2
                """),
        MessySheet.of(
                "a summary above the log",
                Write.csv(
                    """
                    Incident log,,,
                    Month,Number,,
                    January,1,,
                    February,0,,
                    ,,,
                    School,Ref,Date of incident,Breach type
                    Elmbury,1,14/01/2024,Loss
                    """))
            .expecting("7 imported | occurred=2024-01-14")
            .andFile("headings in row 6"));
  }
}
