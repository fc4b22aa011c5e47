package org.breachledger.messy;

import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.breachledger.testing.Sheets;

/** Hidden rows, columns and sheets are read like the others, and the sender is told. */
class HiddenThingsMessTest extends Mess {

  private static Sheets log() {
    return Sheets.book()
        .sheet("Log")
        .row((Object[]) HEADINGS.split(","))
        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3)
        .row("Elmbury", "2", "15/01/2024", "Loss", "x", 3);
  }

  private static Sheets andOld() {
    return log()
        .sheet("Old")
        .row((Object[]) HEADINGS.split(","))
        .row("Elmbury", "0", "14/01/2023", "Loss", "x", 3);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "a hidden row",
                Write.xlsx(log(), book -> book.getSheetAt(0).getRow(2).setZeroHeight(true)))
            .expecting("2 imported\n3 imported | reference=2")
            .andFile("note hidden_rows"),
        MessySheet.of(
                "a hidden row of an old workbook",
                Write.xls(log(), book -> book.getSheetAt(0).getRow(2).setZeroHeight(true)))
            .expecting("2 imported\n3 imported | reference=2")
            .andFile("note hidden_rows"),
        MessySheet.of(
                "a hidden column",
                Write.xlsx(log(), book -> book.getSheetAt(0).setColumnHidden(2, true)))
            .expecting("2 imported | occurred=2024-01-14\n3 imported | occurred=2024-01-15")
            .andFile("note hidden_columns"),
        MessySheet.of(
                "a hidden column of an old workbook",
                Write.xls(log(), book -> book.getSheetAt(0).setColumnHidden(2, true)))
            .expecting("2 imported | occurred=2024-01-14\n3 imported | occurred=2024-01-15")
            .andFile("note hidden_columns"),
        MessySheet.of(
                "a hidden sheet with a log",
                Write.xlsx(andOld(), book -> book.setSheetHidden(1, true)))
            .expecting("2 imported\n3 imported\n2!2 imported | reference=0")
            .andFile("note hidden_sheet"),
        MessySheet.of(
                "a sheet hidden so that no menu shows it",
                Write.xls(
                    andOld(), book -> book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN)))
            .expecting("2 imported\n3 imported\n2!2 imported | reference=0")
            .andFile("note hidden_sheet"),
        MessySheet.of(
                "a filter that hides all rows but one",
                Write.xlsx(
                    log(),
                    book -> {
                      book.getSheetAt(0)
                          .setAutoFilter(org.apache.poi.ss.util.CellRangeAddress.valueOf("A1:F3"));
                      book.getSheetAt(0).getRow(1).setZeroHeight(true);
                    }))
            .expecting("2 imported | reference=1\n3 imported")
            .andFile("note hidden_rows"));
  }
}
