package org.breachledger.messy;

import java.util.List;

/** The many ways of writing nothing, and words that point to another row. */
class NothingWrittenMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "a database's nothing",
                Write.csv(
                    """
                    School,Incident no,Date of incident,Type of breach,What happened,People affected
                    Elmbury,1,\\N,Loss,\\N,3
                    \\N,2,14/01/2024,NULL,\\N,\\N
                    \\N,\\N,\\N,\\N,\\N,\\N
                    NULL,NULL,NULL,NULL,NULL,NULL
                    """))
            .expecting(
                """
                2 gaps blank@Date of incident | description=-
                3 gaps blank@People affected, blank@Type of breach, no_school@School | reported_type=-
                4 skipped blank
                5 skipped nothing filled in
                """),
        MessySheet.of(
                "dashes and n/a",
                Write.csv(
                    """
                    School,Incident no,Date of incident,Type of breach,What happened,People affected
                    Elmbury,1,14/01/2024,-,--,n/a
                    Elmbury,2,–,Loss,—,N/A
                    Elmbury,-,14/01/2024,Loss,.,3
                    -,4,14/01/2024,Loss,x,3
                    """))
            .expecting(
                """
                2 gaps blank@People affected, blank@Type of breach | description=-
                3 gaps blank@Date of incident, blank@People affected | description=-
                4 imported | reference=- | description=-
                5 gaps no_school@School | school=-
                """),
        MessySheet.of(
                "as above and ditto",
                Write.csv(
                    """
                    School,Incident no,Date of incident,Type of breach,What happened,People affected
                    Elmbury,1,14/01/2024,Loss,A bag was lost,3
                    "As above",2,"ditto","as above",\"\"\"\",Ditto
                    ",,",3,14/01/2024,do.,A bag was lost,same as above
                    """))
            .expecting(
                """
                2 imported | school=Elmbury
                3 gaps as_above@Date of incident, as_above@People affected, as_above@School, as_above@Type of breach, as_above@What happened | school=- | occurred=- | description=-
                4 gaps as_above@People affected, as_above@School, as_above@Type of breach | school=-
                """),
        MessySheet.of(
                "nothing but words for nothing",
                Write.csv(
                    """
                    School,Incident no,Date of incident,Type of breach,What happened,People affected
                    Elmbury,n/a,n/a,n/a,n/a,n/a
                    Elmbury,-,-,-,-,-
                    Elmbury,as above,as above,as above,as above,as above
                    """))
            .expecting(
                """
                2 skipped nothing filled in
                3 skipped nothing filled in
                4 returned as_above@Date of incident, as_above@Incident no, as_above@People affected, as_above@Type of breach, as_above@What happened, nothing_usable
                """),
        Column.of(
                "Date closed",
                "closed",
                "\\N => -",
                "NULL => -",
                "null => -",
                "n/a => -",
                "-- => -",
                "ditto => gap as_above",
                "\" => gap as_above",
                "as above => gap as_above")
            .xlsx("in a column of dates"),
        Column.of(
                "Medium",
                "medium",
                "\\N => -",
                "- => -",
                "N/A => -",
                "〃 => gap as_above",
                "See above => gap as_above",
                "unknown => gap said_unknown")
            .csv("in a column of words"));
  }
}
