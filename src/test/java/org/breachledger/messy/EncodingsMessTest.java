package org.breachledger.messy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same letters in every encoding that schools' programs write, and every end of a line. */
class EncodingsMessTest extends Mess {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final String LOG =
      HEADINGS + "\nSt Zoë’s,1,14/01/2024,Loss – paper,£5 “fee” list,20–30\n";

  private static final String ROW =
      "2 imported | school=St Zoë’s | reported_type=Loss – paper | description=£5 “fee” list"
          + " | individuals=20..30";

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of("UTF-8", Write.csv(LOG)).expecting(ROW),
        MessySheet.of("UTF-8 with its mark", Write.csv("\ufeff" + LOG)).expecting(ROW),
        MessySheet.of("Windows-1252", Write.text("log.csv", LOG, WINDOWS)).expecting(ROW),
        MessySheet.of(
                "UTF-16, low byte first",
                Write.text("log.txt", "\ufeff" + LOG.replace(",", "\t"), StandardCharsets.UTF_16LE))
            .expecting(ROW),
        MessySheet.of(
                "UTF-16, high byte first",
                Write.text("log.csv", "\ufeff" + LOG, StandardCharsets.UTF_16BE))
            .expecting(ROW),
        MessySheet.of(
                "UTF-16 without its mark",
                Write.text("log.csv", LOG.replace("’", "'"), StandardCharsets.UTF_16LE))
            .expecting("2 imported | school=St Zoë's | individuals=20..30"),
        MessySheet.of(
                "ends of lines of three systems in one file",
                Write.csv(
                    HEADINGS
                        + "\r\nElmbury,1,14/01/2024,Loss,x,3\nElmbury,2,14/01/2024,Loss,x,3\rElmbury,3,14/01/2024,Loss,x,3\r\n"))
            .expecting(
                """
                2 imported | reference=1
                3 imported | reference=2
                4 imported | reference=3
                """),
        MessySheet.of(
                "no end of the last line",
                Write.csv(HEADINGS + "\r\nElmbury,1,14/01/2024,Loss,x,3"))
            .expecting("2 imported | individuals=3"),
        MessySheet.of(
                "the mark of UTF-8 before a line that names the separator",
                Write.csv("\ufeffsep=,\r\n" + LOG))
            .expecting(ROW.replaceFirst("2", "3")));
  }
}
