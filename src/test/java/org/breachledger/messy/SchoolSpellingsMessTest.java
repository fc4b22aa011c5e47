package org.breachledger.messy;

import java.util.List;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.testing.Sheets;

/** One school written in many ways, in many places; the reader keeps what is written. */
class SchoolSpellingsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "blanks, case and points that do not matter",
                Write.csv(
                    """
                    School,Ref,Date of incident,Breach type
                    Elm Hill Primary School,1,14/01/2024,Loss
                    ELM HILL PRIMARY SCHOOL,2,14/01/2024,Loss
                    " Elm  Hill\u00a0Primary School ",3,14/01/2024,Loss
                    "Elm Hill
                    Primary School",4,14/01/2024,Loss
                    Elm Hill Primary School.,5,14/01/2024,Loss
                    Elm-Hill Primary School,6,14/01/2024,Loss
                    """))
            .expecting(
                """
                2 imported | ~school=elm hill primary school | school=Elm Hill Primary School
                3 imported | ~school=elm hill primary school
                4 imported | ~school=elm hill primary school
                5 imported | ~school=elm hill primary school | school=Elm Hill Primary School
                6 imported | ~school=elm hill primary school
                7 imported | ~school=elm hill primary school
                """),
        MessySheet.of(
                "other names stay other names until a person says so",
                Write.csv(
                    """
                    Academy,Ref,Date of incident,Breach type
                    Elm Hill Primary,1,14/01/2024,Loss
                    Elm Hill,2,14/01/2024,Loss
                    EHPS,3,14/01/2024,Loss
                    St. Anne’s,4,14/01/2024,Loss
                    St Anne's,5,14/01/2024,Loss
                    """))
            .expecting(
                """
                2 imported | ~school=elm hill primary
                3 imported | ~school=elm hill
                4 imported | ~school=ehps
                5 imported | ~school=st anne s
                6 imported | ~school=st anne s
                """),
        MessySheet.of(
                "a URN beside the name, or instead",
                Write.csv(
                    """
                    School name,URN,Ref,Date of incident,Breach type
                    Elm Hill,100001,1,14/01/2024,Loss
                    ,100001,2,14/01/2024,Loss
                    ,,3,14/01/2024,Loss
                    Elm Hill,"100,001",4,14/01/2024,Loss
                    """))
            .expecting(
                """
                2 imported | school=Elm Hill | school_urn=100001
                3 imported | school=- | school_urn=100001
                4 gaps no_school@School name | school=-
                5 imported | school_urn=100,001
                """),
        MessySheet.of(
                "the sender says it",
                Write.csv("Ref,Date of incident,Breach type\n1,14/01/2024,Loss\n"))
            .sentWith(ReadingOptions.none().withSchool("Elm Hill Primary"))
            .expecting("2 imported | school=Elm Hill Primary"),
        MessySheet.of(
                "the file's name says it",
                Write.text(
                    "Elm Hill Primary School incident log.csv",
                    "Ref,Date of incident,Breach type\n1,14/01/2024,Loss\n",
                    java.nio.charset.StandardCharsets.UTF_8))
            .expecting("2 imported")
            .sentWith(
                ReadingOptions.none().withNames("Elm Hill Primary School - breaches 2024.csv"))
            .expecting("2 imported | school=Elm Hill Primary School"),
        MessySheet.of(
                "a title says it, a column for some rows says otherwise",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("School:", "Elm Hill Primary")
                        .row("School", "Ref", "Date of incident", "Breach type")
                        .row("", "1", "14/01/2024", "Loss")
                        .row("Oakfold Primary", "2", "14/01/2024", "Loss")))
            .expecting(
                """
                3 imported | school=Elm Hill Primary
                4 imported | school=Oakfold Primary
                """));
  }
}
