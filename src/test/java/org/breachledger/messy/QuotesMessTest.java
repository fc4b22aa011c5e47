package org.breachledger.messy;

import java.util.List;
import org.breachledger.intake.Refusal;

/** Quotation marks of text files: around breaks, doubled, stray, or never closed. */
class QuotesMessTest extends Mess {

  private static MessySheet log(String name, String rows) {
    return MessySheet.of(name, Write.csv(HEADINGS + "\n" + rows));
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        log(
                "line breaks and separators inside",
                "Elmbury,1,14/01/2024,Loss,\"one,\r\ntwo\n\nthree\",3\nElmbury,2,15/01/2024,Loss,x,3\n")
            .expecting(
                """
                2 imported | description=one,⏎two⏎⏎three
                3 imported | reference=2
                """),
        log("doubled", "Elmbury,1,14/01/2024,Loss,\"the \"\"blue\"\" bag\",3\n")
            .expecting("2 imported | description=the \"blue\" bag"),
        log(
                "in the middle of a bare cell",
                "Elmbury,1,14/01/2024,Loss,the \"blue\" bag,3\nElmbury,2,15/01/2024,Loss,5\" disk,3\n")
            .expecting(
                """
                2 imported | description=the "blue" bag
                3 imported | description=5" disk
                """),
        log(
                "not doubled inside a quoted cell",
                "Elmbury,1,14/01/2024,Loss,\"the \"blue\" bag\",3\nElmbury,2,15/01/2024,Loss,x,3\n")
            .expecting(
                """
                2 imported | reference=1 | individuals=3
                3 imported | reference=2
                """),
        log("never closed", "Elmbury,1,14/01/2024,Loss,\"a bag,3\nElmbury,2,15/01/2024,Loss,x,3\n")
            .refusedAs(Refusal.BROKEN_TEXT),
        log("blanks around the marks", "Elmbury, \"1\" ,14/01/2024 , \"Loss, theft\" ,x,3\n")
            .expecting("2 imported | reference=1 | reported_type=Loss, theft | individuals=3"),
        log(
                "every cell in marks, empty ones too",
                "\"Elmbury\",\"1\",\"14/01/2024\",\"Loss\",\"\",\"3\"\n\"\",\"\",\"\",\"\",\"\",\"\"\n")
            .expecting("2 imported | description=-"),
        MessySheet.of(
                "quoted headings with line breaks",
                Write.csv(
                    "\"School\nname\",\"Ref\",\"Date of\nincident\",\"Breach\ntype\"\nElmbury,1,14/01/2024,Loss\n"))
            .expecting("2 imported | occurred=2024-01-14 | reported_type=Loss")
            .andFile("headings in row 1"));
  }
}
