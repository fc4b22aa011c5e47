package org.breachledger.messy;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.breachledger.testing.Sheets;

/** Headings under merged group headings. */
class GroupHeadingsMessTest extends Mess {

  private static final Sheets GROUPED =
      Sheets.book()
          .sheet("Log")
          .row("Incident", "", "", "", "Timings", "", "ICO", "")
          .row("No.", "School", "Type", "Details", "Occurred", "Discovered", "Date", "Decision")
          .row(1, "Elmbury", "Loss", "A bag", "14/01/2024", "15/01/2024", "16/01/2024", "Notify")
          .row(2, "Elmbury", "Loss", "A bag", "14/01/2024", "15/01/2024", "", "Not notify");

  private static final String GROUPED_ROWS =
      """
      3 imported | reference=1 | occurred=2024-01-14 | identified=2024-01-15 | ico_notified=2024-01-16 | ico_decision=notify
      4 imported | reference=2 | ico_notified=- | ico_decision=not-notify
      """;

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of("groups over their first column", Write.xlsx(GROUPED))
            .expecting(GROUPED_ROWS)
            .andFile("headings in row 2"),
        MessySheet.of(
                "groups merged over their columns",
                Write.xlsx(
                    GROUPED,
                    book -> {
                      book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
                      book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 0, 4, 5));
                      book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 0, 6, 7));
                    }))
            .expecting(GROUPED_ROWS)
            .andFile("headings in row 2"),
        MessySheet.of("groups in an old workbook", Write.xls(GROUPED))
            .expecting(GROUPED_ROWS)
            .andFile("headings in row 2"),
        MessySheet.of(
                "groups in a text file",
                Write.csv(
                    """
                    Incident,,,,Form A,
                    Ref,School,Date,Breach type,Received,Signed by head
                    1,Elmbury,14/01/2024,Loss,15/01/2024,Y
                    """))
            .expecting(
                "3 imported | occurred=2024-01-14 | form_a_received=2024-01-15 | form_a_signed_head=yes")
            .andFile("headings in row 2"),
        MessySheet.of(
                "some headings merged with the group above",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("Ref", "School", "Date of incident", "Breach type", "ICO", "")
                        .row("", "", "", "", "Notified", "Decision")
                        .row(1, "Elmbury", "14/01/2024", "Loss", "16/01/2024", "Notify"),
                    book -> {
                      for (int column = 0; column < 4; column++) {
                        book.getSheetAt(0)
                            .addMergedRegion(new CellRangeAddress(0, 1, column, column));
                      }
                      book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 0, 4, 5));
                    }))
            .expecting(
                "3 imported | reference=1 | occurred=2024-01-14 | ico_notified=2024-01-16 | ico_decision=notify"),
        MessySheet.of(
                "a title, a blank row, then groups",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .title("Data breach log 2024", 6)
                        .row()
                        .row("", "", "When", "", "What", "")
                        .row("Ref", "School", "Occurred", "Discovered", "Type", "People affected")
                        .row(1, "Elmbury", "14/01/2024", "15/01/2024", "Loss", 3)))
            .expecting("5 imported | occurred=2024-01-14 | reported_type=Loss | individuals=3")
            .andFile("headings in row 4"));
  }
}
