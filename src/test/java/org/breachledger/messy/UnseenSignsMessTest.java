package org.breachledger.messy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.breachledger.testing.Sheets;

/** Signs nobody sees, and signs that look like others. */
class UnseenSignsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "blanks that do not break",
                Write.csv(
                    """
                    School\u00a0,\u00a0Incident no,Date\u00a0of\u00a0incident,Type of breach ,People affected
                    Elmbury\u00a0Primary,\u00a01\u00a0,14\u00a0Jan\u00a02024,\u2003Loss\u2009,1\u202f
                    Elmbury Primary,2,\u00a0,\u00a0Loss,3\u00a0pupils
                    """))
            .expecting(
                """
                2 imported | school=Elmbury Primary | reference=1 | occurred=2024-01-14 | reported_type=Loss | individuals=1
                3 gaps blank@Date of incident | individuals=3
                """),
        MessySheet.of(
                "signs without width",
                Write.csv(
                    """
                    \u200bSchool,Incident\u00ad no,Date of incident\u200b,Type of breach,People affected
                    Elm\u00adbury,\u200e1,\u200b14/01/2024,Lo\u200dss,\ufeff3
                    """))
            .expecting(
                "2 imported | school=Elmbury | reference=1 | occurred=2024-01-14 | reported_type=Loss | individuals=3"),
        MessySheet.of(
                "stray control bytes",
                Write.bytes(
                    "log.csv",
                    (HEADINGS
                            + "\nOakfold,2,14/01/2024,Loss,A bag was lost,3".repeat(4)
                            + "\nElm\u0007bury,1\u0000,14/01/2024\u001a,Lo\u0008ss,A bag\u000bwas lost,3\n")
                        .getBytes(StandardCharsets.UTF_8)))
            .expecting(
                """
                2 imported
                3 imported
                4 imported
                5 imported
                6 imported | school=Elmbury | reference=1 | occurred=2024-01-14 | reported_type=Loss | individuals=3
                """),
        MessySheet.of(
                "quotation marks and dashes of a word processor",
                Write.csv(
                    """
                    School,Ref,Date of incident,Breach type,People affected
                    St Anne’s,“7”,14–01–2024,Lost – ‘paperwork’,20—30
                    """))
            .expecting(
                "2 imported | school=St Anne’s | reference=“7” | occurred=2024-01-14 | reported_type=Lost – ‘paperwork’ | individuals=20..30"),
        MessySheet.of(
                "leading apostrophes",
                Write.csv(
                    """
                    School,Ref,Date of incident,Breach type,People affected
                    Elmbury,'007,'14/01/2024,'=Loss,'12
                    Elmbury,'0012,'2024-01-14,'Loss' of paper,'3
                    """))
            .expecting(
                """
                2 imported | reference=007 | occurred=2024-01-14 | reported_type==Loss | individuals=12
                3 imported | reference=0012 | occurred=2024-01-14 | reported_type='Loss' of paper | individuals=3
                """),
        MessySheet.of(
                "line breaks and tabs in cells and headings",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row(
                            "School\nname",
                            "Ref\n",
                            "Date of\r\nincident",
                            "Breach\ttype ",
                            "People\naffected")
                        .row("Elmbury\nPrimary", "1\n", "14/01/2024\n", "Loss\r\nof paper", "3\n")))
            .expecting(
                "2 imported | reference=1 | occurred=2024-01-14 | reported_type=Loss⏎of paper | individuals=3"),
        MessySheet.of(
                "rich text",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Breach type")
                        .row("Elmbury", "1", "14/01/2024", "x"),
                    book -> {
                      Font bold = book.createFont();
                      bold.setBold(true);
                      XSSFRichTextString text = new XSSFRichTextString("Lost paperwork");
                      text.applyFont(0, 4, bold);
                      book.getSheetAt(0).getRow(1).getCell(3).setCellValue(text);
                    }))
            .expecting("2 imported | reported_type=Lost paperwork"));
  }
}
