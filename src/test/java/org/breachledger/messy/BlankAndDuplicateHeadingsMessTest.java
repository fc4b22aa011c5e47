package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Headings that are missing, stand twice, or mean nothing here: their cells stay with the row. */
class BlankAndDuplicateHeadingsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "a column without a heading",
                Write.csv(
                    """
                    School,Ref,Date of incident,,Breach type
                    Elmbury,1,14/01/2024,left over,Loss
                    """))
            .expecting("2 imported | reported_type=Loss | [column D]=left over")
            .andFile("unmapped column D"),
        MessySheet.of(
                "the same heading twice",
                Write.csv(
                    """
                    School,Ref,Date of incident,Date of incident,Breach type,Breach type
                    Elmbury,1,14/01/2024,15/01/2024,Loss,Theft
                    Elmbury,2,,15/01/2024,,Theft
                    """))
            .expecting(
                """
                2 imported | occurred=2024-01-14 | [Date of incident (2)]=15/01/2024 | reported_type=Loss | [Breach type (2)]=Theft
                3 gaps blank@Breach type, blank@Date of incident | occurred=- | [Date of incident (2)]=15/01/2024
                """),
        MessySheet.of(
                "unknown headings keep their cells",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Breach type", "Weather", "Moon")
                        .row("Elmbury", "1", "14/01/2024", "Loss", "rain", 0.5)))
            .expecting("2 imported | [Weather]=rain | [Moon]=0.5")
            .andFile("unmapped Weather, Moon"),
        MessySheet.of(
                "cells beyond the headings",
                Write.csv(
                    """
                    School,Ref,Date of incident,Breach type
                    Elmbury,1,14/01/2024,Loss,note,,another
                    """))
            .expecting("2 imported | [column E]=note | [column G]=another"),
        MessySheet.of(
                "trailing blanks and a blank first column",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row("", "School  ", " Ref ", "Date of incident ", "Breach type\n", "")
                        .row("", "Elmbury", "1", "14/01/2024", "Loss", "")))
            .expecting("2 imported | school=Elmbury | reference=1 | occurred=2024-01-14"),
        MessySheet.of(
                "three bare dates",
                Write.csv(
                    """
                    School,Ref,Date,Date,Date,Breach type
                    Elmbury,1,14/01/2024,15/01/2024,16/01/2024,Loss
                    """))
            .expecting(
                "2 imported | occurred=2024-01-14 | [Date (2)]=15/01/2024 | [Date (3)]=16/01/2024"));
  }
}
