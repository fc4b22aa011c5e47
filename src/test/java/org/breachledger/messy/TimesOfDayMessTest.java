package org.breachledger.messy;

import java.util.List;

/** Times of day; one that cannot be read leaves the day, with a gap. */
class TimesOfDayMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "04/01/2024 2pm => 2024-01-04T14:00:00Z",
                "04/01/2024 2 p.m. => 2024-01-04T14:00:00Z",
                "04/01/2024 2:05 PM => 2024-01-04T14:05:00Z",
                "04/01/2024 12:00 am => 2024-01-04T00:00:00Z",
                "04/01/2024 12.30pm => 2024-01-04T12:30:00Z",
                "14/01/2024 => 2024-01-14")
            .csv("am and pm"),
        Column.of(
                "Date closed",
                "closed",
                "14/01/2024 14:05 => 2024-01-14T14:05:00Z",
                "14/01/2024 14.05 => 2024-01-14T14:05:00Z",
                "14/01/2024 1405 => 2024-01-14T14:05:00Z",
                "14/01/2024 14:05:59 => 2024-01-14T14:05:59Z",
                "14/01/2024 14h05 => 2024-01-14T14:05:00Z",
                "14/01/2024 noon => 2024-01-14T12:00:00Z",
                "14/01/2024 14:05hrs => 2024-01-14T14:05:00Z")
            .csv("twenty-four hours"),
        Column.of(
                "Date closed",
                "closed",
                "14/01/2024 approx 3pm => 2024-01-14 & unreadable_time",
                "14/01/2024 around lunch => 2024-01-14 & unreadable_time",
                "14/01/2024 pm => 2024-01-14 & unreadable_time",
                "14/01/2024 morning => 2024-01-14 & unreadable_time",
                "14/01/2024 after school => 2024-01-14 & unreadable_time",
                "14/01/2024 period 3 => 2024-01-14 & unreadable_time",
                "14/01/2024 9:30 or 10:00 => 2024-01-14 & unreadable_time",
                "14/01/2024 9am - 3pm => 2024-01-14 & unreadable_time")
            .csv("a time nobody knows to the minute leaves the day"),
        Column.of(
                "Date closed",
                "closed",
                "14/01/2024 25:00 => 2024-01-14 & unreadable_time",
                "14/01/2024 14:65 => 2024-01-14 & unreadable_time",
                "14/01/2024 13pm => 2024-01-14 & unreadable_time",
                "14/01/2024 9 => 2024-01-14 & unreadable_time",
                "14/01/2024 24:00 => 2024-01-14 & unreadable_time")
            .xlsx("times no clock shows, or an hour alone"),
        MessySheet.of(
                "in its own column",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time of incident,Type of breach
                    Elmbury,1,14/07/2024,approx 3pm,Loss
                    Elmbury,2,14/07/2024,25:00,Loss
                    Elmbury,3,14/07/2024,3pm,Loss
                    Elmbury,4,14/07/2024,n/k,Loss
                    Elmbury,5,14/07/2024,,Loss
                    Elmbury,6,14/07/2024,#N/A,Loss
                    Elmbury,7,,3pm,Loss
                    """))
            .expecting(
                """
                2 gaps unreadable_time@Time of incident | occurred=2024-07-14
                3 gaps unreadable_time@Time of incident | occurred=2024-07-14
                4 imported | occurred=2024-07-14T14:00:00Z
                5 imported | occurred=2024-07-14
                6 imported | occurred=2024-07-14
                7 gaps cell_error@Time of incident | occurred=2024-07-14
                8 gaps blank@Date of incident | occurred=-
                """));
  }
}
