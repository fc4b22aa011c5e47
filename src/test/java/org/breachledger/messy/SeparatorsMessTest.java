package org.breachledger.messy;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text files by any separator, and the decimal commas that come with some of them. */
class SeparatorsMessTest extends Mess {

  private static final String PLAIN =
      """
      School_Ref_Date of incident_Breach type_What happened_People affected
      Elmbury_1_14/01/2024_Loss_"one, two; three | four"_3
      Elmbury_2_15/01/2024__"x"_"1,200"
      """;

  private static final String ROWS =
      """
      2 imported | occurred=2024-01-14 | description=one, two; three | four | individuals=3
      3 imported | reported_type=- | individuals=1200
      """
          .replace("one, two; three | four", "one, two; three / four");

  private static String by(String sign) {
    return PLAIN.replace("| four", "/ four").replace("_", sign);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of("semicolons", Write.csv(by(";"))).expecting(ROWS),
        MessySheet.of("tabs", Write.text("log.txt", by("\t"), StandardCharsets.UTF_8))
            .expecting(ROWS),
        MessySheet.of("bars", Write.text("log.txt", by("|"), StandardCharsets.UTF_8))
            .expecting(ROWS),
        MessySheet.of("a line that names the separator", Write.csv("sep=;\r\n" + by(";")))
            .expecting(
                """
                3 imported | occurred=2024-01-14 | individuals=3
                4 imported | individuals=1200
                """),
        MessySheet.of(
                "decimal commas",
                Write.csv(
                    """
                    School;Ref;Date of incident;Breach type;People affected;Declared score
                    Elmbury;1;14.01.2024;Loss;3,0;2,0
                    Elmbury;2;14.01.2024;Loss;2,5;1,5
                    Elmbury;3;14.01.2024;Loss;1.000;3
                    Elmbury;4;14.01.2024;Loss;1,200;3
                    """))
            .expecting(
                """
                2 gaps unreadable_number@People affected, unreadable_whole@Declared score | individuals=-
                3 gaps unreadable_number@People affected, unreadable_whole@Declared score | individuals=-
                4 gaps unreadable_number@People affected | individuals=-
                5 imported | individuals=1200
                """),
        MessySheet.of(
                "titles with commas above columns by semicolons",
                Write.csv(
                    """
                    Incident log, Elm Hill Trust, January 2024, all schools
                    Please send monthly, thank you
                    School;Ref;Date of incident;Breach type
                    Elmbury;1;14/01/2024;Loss
                    Elmbury;2;15/01/2024;Loss
                    """))
            .expecting(
                """
                4 imported | school=Elmbury
                5 imported | reference=2
                """),
        MessySheet.of(
                "one row of many commas in its text",
                Write.csv(
                    """
                    School;Ref;Date of incident;What happened
                    Elmbury;1;14/01/2024;names, ages, forms, houses, clubs, teams, trips
                    """))
            .expecting("2 imported | description=names, ages, forms, houses, clubs, teams, trips"));
  }
}
