package org.breachledger.messy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.breachledger.testing.Sheets;

/** Dates held as day numbers, since 1900 or 1904, with a format, without one, or as text. */
class SerialDatesMessTest extends Mess {

  private static final LocalDate THURSDAY_4_JANUARY = LocalDate.of(2024, 1, 4);

  private static Sheets log(Object... dates) {
    Sheets sheet = Sheets.book().sheet("Log").row((Object[]) HEADINGS.split(","));
    for (int i = 0; i < dates.length; i++) {
      sheet.row("Elmbury Primary", "R" + (i + 1), dates[i], "Loss", "A bag was lost", 3);
    }
    return sheet;
  }

  private static void format(Workbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    book.getSheetAt(0)
        .forEach(
            row -> {
              if (row.getRowNum() > 0) {
                row.getCell(2).setCellStyle(style);
              }
            });
  }

  private static void since1904(HSSFWorkbook book) {
    ((DateWindow1904Record)
            book.getInternalWorkbook().getRecords().stream()
                .filter(DateWindow1904Record.class::isInstance)
                .findFirst()
                .orElseThrow())
        .setWindowing((short) 1);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "with a date format, since 1900",
                Write.xlsx(log(THURSDAY_4_JANUARY, LocalDateTime.of(2024, 7, 4, 9, 30))))
            .expecting(
                """
                2 imported | occurred=2024-01-04
                3 imported | occurred=2024-07-04T08:30:00Z
                """),
        MessySheet.of("without a format, since 1900", Write.xlsx(log(45295, 45295.5, 45477)))
            .expecting(
                """
                2 imported | occurred=2024-01-04
                3 imported | occurred=2024-01-04T12:00:00Z
                4 imported | occurred=2024-07-04
                """),
        MessySheet.of(
                "since 1904, with and without a format",
                Write.xlsx(
                    log(43833, 43833),
                    book -> {
                      book.getCTWorkbook().getWorkbookPr().setDate1904(true);
                      CellStyle style = book.createCellStyle();
                      style.setDataFormat((short) 14);
                      book.getSheetAt(0).getRow(1).getCell(2).setCellStyle(style);
                    }))
            .expecting(
                """
                2 imported | occurred=2024-01-04
                3 imported | occurred=2024-01-04
                """),
        MessySheet.of(
                "since 1904 in an old workbook",
                Write.xls(
                    log(43833, 43833.25),
                    book -> {
                      since1904(book);
                      format(book, "d mmm yyyy h:mm");
                    }))
            .expecting(
                """
                2 imported | occurred=2024-01-04T00:00:00Z
                3 imported | occurred=2024-01-04T06:00:00Z
                """),
        MessySheet.of(
                "day numbers that are no date of a log, in date format",
                Write.xlsx(log(0, 1, 60, 2024, 99_999_999), book -> format(book, "dd/mm/yyyy")))
            .expecting(
                """
                2 gaps blank@Date of incident | occurred=-
                3 gaps unreadable_date@Date of incident | occurred=-
                4 gaps unreadable_date@Date of incident | occurred=-
                5 gaps unreadable_date@Date of incident | occurred=-
                6 gaps unreadable_date@Date of incident | occurred=-
                """),
        MessySheet.of(
                "seconds that binary fractions nearly hold",
                Write.xlsx(
                    log(45295.395833333336, 45295.999988425924), book -> format(book, "dd/mm/yy")))
            .expecting(
                """
                2 imported | occurred=2024-01-04T09:30:00Z
                3 imported | occurred=2024-01-04T23:59:59Z
                """),
        Column.of(
                "Date closed",
                "closed",
                "45295 => 2024-01-04",
                "45477 => 2024-07-04",
                "4529 => gap unreadable_date",
                "452950 => gap unreadable_date",
                "-45295 => gap unreadable_date",
                "07911123456 => gap unreadable_date")
            .csv("as text in a text file"),
        Column.of(
                "Date closed",
                "closed",
                "45295 => 2024-01-04",
                "45295.604167 => 2024-01-04T14:30:00Z",
                "45295.0 => 2024-01-04")
            .xls("as text in a workbook"));
  }
}
