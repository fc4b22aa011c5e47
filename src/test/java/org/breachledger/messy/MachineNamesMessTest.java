package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Names of a database or a form above the headings people read, or in their place. */
class MachineNamesMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "above the headings",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("sch_name", "incident_id", "fld_17", "fld_18", "fld_19", "fld_20")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3)))
            .expecting("3 imported | reference=1 | occurred=2024-01-14")
            .andFile("headings in row 2"),
        MessySheet.of(
                "in their place, with underscores",
                Write.csv(
                    """
                    school_name,incident_id,date_of_incident,breach_type,what_happened,people_affected
                    Elmbury,1,14/01/2024,Loss,x,3
                    """))
            .expecting(
                "2 imported | school=Elmbury | reference=1 | occurred=2024-01-14 | reported_type=Loss | description=x | individuals=3"),
        MessySheet.of(
                "run together",
                Write.csv(
                    """
                    SchoolName,IncidentNo,DateOfIncident,BreachType,WhatHappened,PeopleAffected
                    Elmbury,1,14/01/2024,Loss,x,3
                    """))
            .expecting("2 imported | occurred=2024-01-14 | reported_type=Loss | individuals=3"),
        MessySheet.of(
                "capitals, numbers and colons around the headings",
                Write.csv(
                    """
                    1. SCHOOL:;2. INCIDENT NO:;3. DATE OF INCIDENT *;4. TYPE OF BREACH ?;5. PEOPLE AFFECTED (number)
                    Elmbury;1;14/01/2024;Loss;3
                    """))
            .expecting("2 imported | occurred=2024-01-14 | reported_type=Loss | individuals=3"),
        MessySheet.of(
                "the questions of a form",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Form responses 1")
                        .row(
                            "Timestamp",
                            "Name of school",
                            "When did the incident happen?",
                            "When was it discovered?",
                            "What type of breach?",
                            "Describe what happened",
                            "How many people are affected?")
                        .row(
                            "14/01/2024 09:30:00",
                            "Elmbury",
                            "13/01/2024",
                            "14/01/2024",
                            "Loss",
                            "x",
                            3)))
            .expecting(
                "2 imported | school=Elmbury | occurred=2024-01-13 | identified=2024-01-14 | reported_type=Loss | individuals=3"),
        MessySheet.of(
                "below the headings",
                Write.csv(
                    HEADINGS
                        + """

                        school_name,incident_id,date_of_incident,breach_type,what_happened,people_affected
                        Elmbury,1,14/01/2024,Loss,x,3
                        """))
            .expecting("3 imported | reference=1"));
  }
}
