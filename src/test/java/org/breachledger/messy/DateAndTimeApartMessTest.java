package org.breachledger.messy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.breachledger.testing.Sheets;

/** The day in one column and its time of day in another. */
class DateAndTimeApartMessTest extends Mess {

  private static final LocalDate DAY = LocalDate.of(2024, 7, 14);

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "times as people write them",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time,Type of breach
                    Elmbury,1,14/07/2024,9.30,Loss
                    Elmbury,2,14/07/2024,0930,Loss
                    Elmbury,3,14/07/2024,2:05 PM,Loss
                    Elmbury,4,14/07/2024,at 14:05,Loss
                    Elmbury,5,14/07/2024,midnight,Loss
                    Elmbury,6,14/07/2024,-,Loss
                    Elmbury,7,14/07/2024,Unknown,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-07-14T08:30:00Z
                3 imported | occurred=2024-07-14T08:30:00Z
                4 imported | occurred=2024-07-14T13:05:00Z
                5 imported | occurred=2024-07-14T13:05:00Z
                6 gaps unreadable_time@Time | occurred=2024-07-14
                7 imported | occurred=2024-07-14
                8 imported | occurred=2024-07-14
                """),
        MessySheet.of(
                "times as parts of a day in a workbook",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Time", "Type of breach")
                        .row("Elmbury", "1", DAY, 0.5, "Loss")
                        .row("Elmbury", "2", DAY, 0.604166666666667, "Loss")
                        .row("Elmbury", "3", DAY, 0.99999, "Loss")
                        .row("Elmbury", "4", DAY, 930, "Loss")
                        .row("Elmbury", "5", DAY, 9.3, "Loss"),
                    book -> {
                      CellStyle style = book.createCellStyle();
                      style.setDataFormat(book.createDataFormat().getFormat("h:mm"));
                      book.getSheetAt(0).getRow(2).getCell(3).setCellStyle(style);
                    }))
            .expecting(
                """
                2 imported | occurred=2024-07-14T11:00:00Z
                3 imported | occurred=2024-07-14T13:30:00Z
                4 imported | occurred=2024-07-14T22:59:59Z
                5 gaps unreadable_time@Time | occurred=2024-07-14
                6 gaps unreadable_time@Time | occurred=2024-07-14
                """),
        MessySheet.of(
                "a whole moment in the column of times",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Time", "Type of breach")
                        .row("Elmbury", "1", DAY, LocalDateTime.of(2024, 7, 14, 14, 5), "Loss")
                        .row("Elmbury", "2", DAY, "14/07/2024 14:05", "Loss")
                        .row("Elmbury", "3", DAY, LocalDateTime.of(2024, 7, 15, 14, 5), "Loss")))
            .expecting(
                """
                2 imported | occurred=2024-07-14T13:05:00Z
                3 imported | occurred=2024-07-14T13:05:00Z
                4 gaps unreadable_time@Time | occurred=2024-07-14
                """),
        MessySheet.of(
                "every time is midnight: whole days",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time of incident,Type of breach
                    Elmbury,1,14/07/2024,00:00,Loss
                    Elmbury,2,15/07/2024,00:00:00,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-07-14
                3 imported | occurred=2024-07-15
                """),
        MessySheet.of(
                "two pairs, each with its own time",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time of incident,Date discovered,Time discovered,Type of breach
                    Elmbury,1,14/07/2024,23:50,15/07/2024,00:00,Loss
                    Elmbury,2,,,15/07/2024,8am,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-07-14T22:50:00Z | identified=2024-07-14T23:00:00Z
                3 gaps blank@Date of incident | identified=2024-07-15T07:00:00Z
                """),
        MessySheet.of(
                "a time in both columns: its own column is the time",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time,Type of breach
                    Elmbury,1,14/07/2024 00:00,14:05,Loss
                    Elmbury,2,14/07/2024 09:30,,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-07-14T13:05:00Z
                3 imported | occurred=2024-07-14T08:30:00Z
                """));
  }
}
