package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Very long texts are kept whole where text belongs, and are a gap elsewhere. */
class LongTextMessTest extends Mess {

  private static final String SENTENCE = "A bag with papers was left on a bus and came back. ";

  private static Sheets log(String description) {
    return Sheets.book()
        .sheet("Log")
        .row((Object[]) HEADINGS.split(","))
        .row("Elmbury", "1", "14/01/2024", "Loss", description, 3);
  }

  private static String csv(String date, String type, String description, String people) {
    return HEADINGS
        + "\nElmbury,1,"
        + date
        + ","
        + type
        + ",\""
        + description
        + "\","
        + people
        + "\n";
  }

  @Override
  List<MessySheet> sheets() {
    String longest = SENTENCE.repeat(700).substring(0, 32_767);
    String beyond = SENTENCE.repeat(4_000).strip();
    return List.of(
        MessySheet.of("the most a cell of a workbook holds", Write.xlsx(log(longest)))
            .expecting("2 imported | #description=" + longest.strip().length()),
        MessySheet.of("the same in an old workbook", Write.xls(log(longest)))
            .expecting("2 imported | #description=" + longest.strip().length()),
        MessySheet.of(
                "two hundred thousand letters in a text file",
                Write.csv(csv("14/01/2024", "Loss", beyond, "3")))
            .expecting("2 imported | #description=" + beyond.length()),
        MessySheet.of(
                "hundreds of lines in one cell",
                Write.csv(csv("14/01/2024", "Loss", "line\r\n".repeat(500), "3")))
            .expecting("2 imported | #description=" + ("line\n".repeat(500).length() - 1)),
        MessySheet.of(
                "a reference of two hundred letters",
                Write.csv(HEADINGS + "\nElmbury," + "r".repeat(200) + ",14/01/2024,Loss,x,3\n"))
            .expecting("2 imported | #reference=200"),
        MessySheet.of(
                "a reference of one letter more, which the row keeps beside it",
                Write.csv(HEADINGS + "\nElmbury," + "r".repeat(201) + ",14/01/2024,Loss,x,3\n"))
            .expecting("2 gaps too_long@Incident no | reference=-"),
        MessySheet.of(
                "a story in the columns of dates and numbers",
                Write.csv(csv(SENTENCE.strip().repeat(5), "Loss", "x", SENTENCE.strip().repeat(5))))
            .expecting(
                "2 gaps unreadable_date@Date of incident, unreadable_number@People affected | occurred=- | individuals=-"),
        MessySheet.of(
                "a story in the column of types",
                Write.csv(csv("14/01/2024", SENTENCE.strip().repeat(40), "x", "3")))
            .expecting("2 imported | #reported_type=" + SENTENCE.strip().length() * 40));
  }
}
