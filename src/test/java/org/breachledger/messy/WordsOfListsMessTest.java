package org.breachledger.messy;

import java.util.List;

/** Statuses, levels, scores, media and decisions in many words; an unknown one is a gap. */
class WordsOfListsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Status",
                "status",
                "Confirmed => confirmed",
                "CONFIRMED BREACH => confirmed",
                "Potential breach => potential",
                "Suspected => potential",
                "Near miss => near-miss",
                "Near-Miss (e-mail recalled) => near-miss",
                "near miss: not sent => near-miss",
                "Non-event => non-event",
                "Not a breach => non-event",
                "Near miss? => gap unknown_word",
                "Amber => gap unknown_word")
            .csv("status of the incident"),
        Column.of(
                "Status",
                "case_state",
                "Open => open",
                "CLOSED => closed",
                "In progress => open",
                "Resolved => closed",
                "Closed - no further action => closed",
                "Confirmed => -",
                "Open/Closed => -")
            .csv("state of the case in the same column")
            .expecting(
                """
                2 imported | case_state=open | status=-
                3 imported | case_state=closed | status=-
                4 imported | case_state=open
                5 imported | case_state=closed
                6 imported | case_state=closed | status=-
                7 imported | case_state=- | status=confirmed
                8 gaps unknown_word@Status | case_state=- | status=-
                """),
        nearMissBesideStatus("Near miss?"),
        nearMissBesideStatus("Near miss"),
        nearMissBesideStatus("Near Miss (Y/N)"),
        MessySheet.of(
                "a near miss asked behind the status",
                Write.csv(
                    """
                    School,Ref,Date of incident,What happened,Status,Was this a near miss
                    Elmbury,1,14/01/2024,A bag was lost,Open,Yes
                    Elmbury,2,14/01/2024,A key was lost,Potential,No
                    """))
            .expecting(
                """
                2 imported | status=near-miss | case_state=open
                3 imported | status=potential | case_state=-
                """),
        Column.of(
                "Near miss?",
                "status",
                "Y => near-miss",
                "Yes - recalled at once => near-miss",
                "N => -",
                " => -",
                "Near miss => near-miss",
                "Breach => confirmed",
                "TBC => gap said_unknown",
                "Yes/No => gap unknown_word",
                "Amber => gap unknown_word")
            .csv("near misses in a column of their own"),
        Column.of("Incident or near miss", "status", "Yes => gap unknown_word")
            .csv("a choice of two is not answered by yes"),
        Column.of(
                "Category level",
                "declared_level",
                "2 => 2",
                "Level 2 => 2",
                "CL2 => 2",
                "Cat. 1 => 1",
                "Category Level 1 => 1",
                "2.0 => 2",
                "Near miss => 0",
                "0 (near miss) => 0",
                "2 - considered for notification => 2",
                "Major => 2",
                "minor => 1",
                "1/2 => gap unreadable_level",
                "1-2 => gap unreadable_level",
                "1 or 2 => gap unreadable_level",
                "2? => gap unreadable_level",
                "3 => gap unreadable_level",
                "High => gap unreadable_level",
                "TBC => gap said_unknown",
                " => -")
            .csv("levels"),
        Column.of(
                "Declared score",
                "declared_score",
                "3 => 3",
                "+2 => 2",
                "-1 => -1",
                "−1 => -1",
                "3.0 => 3",
                "Score: 3 => 3",
                "3/10 => gap unreadable_whole",
                "2.5 => gap unreadable_whole",
                "low => gap unreadable_whole",
                "n/a => -")
            .xlsx("scores"),
        Column.of(
                "Medium",
                "medium",
                "Paper => paper",
                "hard-copy => paper",
                "E-mail => electronic",
                "Digital => electronic",
                "Both => hybrid",
                "Paper and electronic => hybrid",
                "Paper/Electronic => hybrid",
                "USB => gap unknown_word",
                "Paper? => gap unknown_word")
            .csv("media"),
        Column.of(
                "ICO decision",
                "ico_decision",
                "Notify => notify",
                "Reportable => notify",
                "Not reportable => not-notify",
                "Do not notify - data recovered => not-notify",
                "Pending => -",
                "under review => -",
                "Yes/No => -",
                "Notify? => -",
                "perhaps => -")
            .csv("decisions; other words are kept as the reason"),
        Column.of(
                "Sensitivity factors",
                "factors",
                "DISTRESS; MEDIA_INTEREST => DISTRESS;MEDIA_INTEREST",
                "distress, media interest => DISTRESS;MEDIA_INTEREST",
                "DISTRESS\nMEDIA_INTEREST => DISTRESS;MEDIA_INTEREST",
                "None => -",
                "DISTRESS; sunspots => DISTRESS & unknown_word",
                "TBC => gap said_unknown")
            .xls("factors"));
  }

  /** What both columns tell is kept; where they contradict each other neither is believed. */
  private static MessySheet nearMissBesideStatus(String heading) {
    return MessySheet.of(
            "\"" + heading + "\" beside the state of the case",
            Write.csv(
                "School,Ref,Date of incident,What happened,"
                    + heading
                    + """
                    ,Status
                    Elmbury,1,14/01/2024,A bag was lost,Yes,Open
                    Elmbury,2,14/01/2024,A key was lost,No,Closed
                    Elmbury,3,14/01/2024,A card was lost,,Open
                    Elmbury,4,14/01/2024,A file was lost,Yes,Confirmed
                    Elmbury,5,14/01/2024,A list was lost,Yes,Near miss
                    Elmbury,6,14/01/2024,A disc was lost,No,Near miss
                    Elmbury,7,14/01/2024,A note was lost,No,Confirmed
                    """))
        .expecting(
            """
            2 imported | status=near-miss | case_state=open
            3 imported | status=- | case_state=closed
            4 imported | status=- | case_state=open
            5 gaps contradicted@%1$s | status=-
            6 imported | status=near-miss | case_state=-
            7 gaps contradicted@%1$s | status=-
            8 imported | status=confirmed
            """
                .formatted(heading));
  }
}
