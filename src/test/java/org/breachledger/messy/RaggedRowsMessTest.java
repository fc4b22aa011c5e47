package org.breachledger.messy;

import java.util.List;

/** Rows with fewer or more cells than the headings. */
class RaggedRowsMessTest extends Mess {

  private static MessySheet log(String name, String rows) {
    return MessySheet.of(name, Write.csv(HEADINGS + "\n" + rows));
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        log("fewer", "Elmbury,1,14/01/2024,Loss\nElmbury,2\nElmbury\n")
            .expecting(
                """
                2 gaps blank@People affected | reported_type=Loss
                3 skipped number without an incident
                4 skipped note
                """),
        log("more", "Elmbury,1,14/01/2024,Loss,x,3,seen,,by post\n")
            .expecting("2 imported | individuals=3 | [column G]=seen | [column I]=by post"),
        log(
                "an unquoted comma moves the cells",
                "Elmbury,1,14/01/2024,Loss,a bag, a phone,3\nElmbury,2,15/01/2024,Loss,x,3\n")
            .expecting(
                """
                2 gaps unreadable_number@People affected | description=a bag | individuals=- | [column G]=3
                3 imported | individuals=3
                """),
        log("commas at every end", "Elmbury,1,14/01/2024,Loss,x,3,,,,\n,,,,,,,,,\n")
            .expecting("2 imported | individuals=3"),
        MessySheet.of(
                "headings shorter than the rows",
                Write.csv(
                    "School,Ref,Date of incident,Breach type\nElmbury,1,14/01/2024,Loss,A bag was lost,3\n"))
            .expecting("2 imported | [column E]=A bag was lost | [column F]=3"),
        log("a title and a total of one cell each", "Elmbury,1,14/01/2024,Loss,x,3\nTotal: 1\n")
            .expecting(
                """
                2 imported
                3 skipped total
                """));
  }
}
