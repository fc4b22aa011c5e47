package org.breachledger.messy;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.breachledger.testing.Sheets;

/** References that look like dates or numbers, stand twice, or are missing. */
class ReferencesMessTest extends Mess {

  private static Sheets log(Object... references) {
    Sheets sheet = Sheets.book().sheet("Log").row((Object[]) HEADINGS.split(","));
    for (Object reference : references) {
      sheet.row("Elmbury", reference, "14/01/2024", "Loss", "A bag was lost", 3);
    }
    return sheet;
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Incident no",
                "reference",
                "2024-11 => 2024-11",
                "1/24 => 1/24",
                "03/04/2024 => 03/04/2024",
                "Jan-24 => Jan-24",
                "007 => 007",
                "0012 => 0012",
                "12.0 => 12",
                "10,427 => 10427",
                "1E+05 => 1E+05",
                "DB/24/007 => DB/24/007",
                "#12 => #12")
            .csv("as text"),
        Column.of(
                "Incident no",
                "reference",
                "TBC => gap said_unknown",
                "pending => gap said_unknown",
                "? => gap said_unknown",
                "none => gap said_unknown",
                "0 => 0",
                "TBC-1 => TBC-1",
                "n/a => -")
            .csv("not allocated yet: two such rows are two incidents"),
        MessySheet.of("as numbers", Write.xlsx(log(7, 1234567, 123456789012L, 1.5)))
            .expecting(
                """
                2 imported | reference=7
                3 imported | reference=1234567
                4 imported | reference=123456789012
                5 imported | reference=1.5
                """),
        MessySheet.of(
                "numbers shown with leading noughts",
                Write.xlsx(
                    log(7, 12),
                    book -> {
                      CellStyle style = book.createCellStyle();
                      style.setDataFormat(book.createDataFormat().getFormat("0000"));
                      book.getSheetAt(0).getRow(1).getCell(1).setCellStyle(style);
                      book.getSheetAt(0).getRow(2).getCell(1).setCellStyle(style);
                    }))
            .expecting(
                """
                2 imported | reference=0007
                3 imported | reference=0012
                """),
        MessySheet.of(
                "a reference the spreadsheet made a date",
                Write.xls(log(LocalDate.of(2024, 11, 1), "2024-12")))
            .expecting(
                """
                2 imported | reference=2024-11-01
                3 imported | reference=2024-12
                """),
        MessySheet.of(
                "rows the same in all, and references used again",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,14/01/2024,Loss,A bag was lost,3
                        Elmbury,1,14/01/2024,Loss,A bag was lost,3
                        Elmbury,1,15/02/2024,Theft,A laptop was stolen,30
                        Elmbury,,14/01/2024,Loss,A bag was lost,3
                        Elmbury,,14/01/2024,Loss,A bag was lost,3
                        """))
            .expecting(
                """
                2 imported | reference=1
                3 imported | reference=1
                4 imported | reference=1 | occurred=2024-02-15
                5 imported | reference=-
                6 imported | reference=-
                """),
        MessySheet.of(
                "no column of references at all",
                Write.csv(
                    """
                    School,Date of incident,Type of breach,What happened
                    Elmbury,14/01/2024,Loss,A bag was lost
                    Elmbury,14/01/2024,Loss,A bag was lost
                    """))
            .expecting(
                """
                2 imported | reference=-
                3 imported | reference=-
                """)
            .andFile("note no_individuals"));
  }
}
