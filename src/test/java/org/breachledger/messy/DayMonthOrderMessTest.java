package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Day first or month first: decided for the whole file by what its other dates prove. */
class DayMonthOrderMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 => 2024-04-03",
                "13/04/2024 => 2024-04-13",
                "05/05/2024 => 2024-05-05",
                "1/2/24 => 2024-02-01")
            .csv("one 13th proves day first")
            .andFile("dates DMY", "note dates_read"),
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 => 2024-03-04",
                "4/13/2024 => 2024-04-13",
                "12/11/2024 9:05 PM => 2024-12-11T21:05:00Z")
            .csv("one 13th proves month first")
            .andFile("dates MDY", "note dates_read"),
        MessySheet.of(
                "proof in another column",
                Write.csv(
                    """
                    School,Ref,Date of incident,Date discovered,Type of breach
                    Elmbury,1,03/04/2024,05/04/2024,Loss
                    Elmbury,2,06/04/2024,28/04/2024,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-04-03 | identified=2024-04-05
                3 imported | occurred=2024-04-06 | identified=2024-04-28
                """)
            .andFile("dates DMY"),
        MessySheet.of(
                "proof in another tab",
                Write.xlsx(
                    Sheets.book()
                        .sheet("April 2024")
                        .row("School", "Ref", "Date of incident", "Type of breach")
                        .row("Elmbury", "1", "03/04/2024", "Loss")
                        .sheet("May 2024")
                        .row("School", "Ref", "Date of incident", "Type of breach")
                        .row("Elmbury", "2", "28/05/2024", "Loss")))
            .expecting(
                """
                2 imported | occurred=2024-04-03
                2!2 imported | occurred=2024-05-28
                """),
        MessySheet.of("one slip among a hundred proofs", Write.csv(manyAndOneSlip()))
            .expecting(manyAndOneSlipRows()),
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 => gap ambiguous_date",
                "13/04/2024 => 2024-04-13",
                "04/13/2024 => 2024-04-13")
            .csv("both proven: those that can be read twice are gaps")
            .andFile("dates UNDECIDED", "note dates_undecided"),
        Column.of(
                "Date closed",
                "closed",
                "Wed 03/04/2024 => 2024-04-03",
                "04/03/2024 => 2024-03-04",
                "Sunday, 5/5/2024 => 2024-05-05")
            .csv("a weekday that fits one reading only proves the order")
            .andFile("dates DMY"),
        Column.of("Date closed (dd/mm/yyyy)", "closed", "03/04/2024 => 2024-04-03")
            .csv("a heading that asks for day first")
            .andFile("dates DMY", "note dates_read"),
        Column.of("Date closed (mm/dd/yyyy)", "closed", "03/04/2024 => 2024-03-04")
            .csv("a heading that asks for month first")
            .andFile("dates MDY"),
        Column.of(
                "Date closed (dd/mm/yyyy)",
                "closed",
                "03/04/2024 => 2024-03-04",
                "04/13/2024 => 2024-04-13")
            .csv("a heading that asks in vain: the dates prove the other order")
            .andFile("dates MDY"),
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 => gap ambiguous_date",
                "2024-04-13 => 2024-04-13",
                "13 April 2024 => 2024-04-13",
                "13.04.2024 => 2024-04-13")
            .xlsx("ISO dates, months in words and points prove nothing about strokes")
            .andFile("dates UNDECIDED"));
  }

  private static String manyAndOneSlip() {
    StringBuilder text = new StringBuilder(HEADINGS).append('\n');
    for (int row = 0; row <= 101; row++) {
      String date = row == 101 ? "04/13/2024" : "%d/04/2024".formatted(13 + row % 18);
      text.append("Elmbury,R").append(row).append(',').append(date).append(",Loss,x,1\n");
    }
    return text.append("Elmbury,R200,03/04/2024,Loss,x,1\n").toString();
  }

  private static String manyAndOneSlipRows() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 101; row++) {
      rows.append("%d imported | occurred=2024-04-%d\n".formatted(row + 2, 13 + row % 18));
    }
    return rows
        + "103 gaps other_order@Date of incident | occurred=-\n"
        + "104 imported | occurred=2024-04-03\n";
  }
}
