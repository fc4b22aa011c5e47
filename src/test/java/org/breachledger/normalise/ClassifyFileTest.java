package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyFileTest {

  private static final ClassifyFile CLASSIFY = new ClassifyFile(TypeRules.read(Tables.shipped()));

  @TempDir private Path folder;

  @Test
  void addsFiveColumnsAndPassesTheOthersOn() throws Exception {
    Path in = folder.resolve("in.csv");
    Path out = folder.resolve("out.csv");
    Files.writeString(
        in,
        "id,what,kind\n"
            + "1,The laptop was stolen from a parked car overnight.,\n"
            + "2,,Failure to use bcc\n"
            + "3,\"=HYPERLINK(\"\"x\"\")\",Theft\n");
    assertThat(CLASSIFY.run(in, "what", "kind", out).rows()).isEqualTo(3);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0))
        .isEqualTo("id,what,kind,breach_type,sub_type,confidence,evidence,needs_review");
    assertThat(lines.get(1)).contains("LOST_OR_STOLEN_HARDWARE,,high,").endsWith(",false");
    assertThat(lines.get(2)).contains("DISCLOSED_IN_ERROR,NO_BCC,high,").endsWith(",false");
    assertThat(lines.get(3)).startsWith("3,\"'=HYPERLINK").contains(",,,low,").endsWith(",true");
  }

  @Test
  void aMissingColumnIsRefusedByName() throws Exception {
    Path in = Files.writeString(folder.resolve("in.csv"), "id,what\n1,x\n");
    assertThatThrownBy(() -> CLASSIFY.run(in, "text", null, folder.resolve("out.csv")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("text");
  }

  /** What was posted is post; who rang about it is not what was said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Letter posted to the wrong address                                 | POST_OR_FAX_WRONG_RECIPIENT
          Post to wrong address                                              | POST_OR_FAX_WRONG_RECIPIENT
          Letter posted to wrong house                                       | POST_OR_FAX_WRONG_RECIPIENT
          Report posted to the wrong parent                                  | POST_OR_FAX_WRONG_RECIPIENT
          Statement posted to a different address                            | POST_OR_FAX_WRONG_RECIPIENT
          Posted to wrong address                                            | POST_OR_FAX_WRONG_RECIPIENT
          Letter posted through the wrong door                               | POST_OR_FAX_WRONG_RECIPIENT
          Two letters posted in the same envelope to another family          | POST_OR_FAX_WRONG_RECIPIENT
          Parent rang to say she had another child's report in her envelope  | POST_OR_FAX_WRONG_RECIPIENT
          Mum phoned to say she had received another child's report in the post | POST_OR_FAX_WRONG_RECIPIENT
          Parent called to say another pupil's letter was in her son's bag   | HANDED_TO_WRONG_PERSON
          Letter placed in the wrong pigeonhole                              | HANDED_TO_WRONG_PERSON
          Report put in another child's book bag                             | HANDED_TO_WRONG_PERSON
          Note posted in the wrong tray                                      | HANDED_TO_WRONG_PERSON
          Office rang the wrong parent about a pupil's behaviour             | VERBAL
          Member of staff rang a different parent and discussed the pupil's medical needs | VERBAL
          Receptionist phoned wrong number and left details of an absence on voicemail | VERBAL
          """)
  void postIsToldFromWhatWasHandedOverOrSaid(String text, String subType) throws Exception {
    assertThat(judged(text)).contains(",DISCLOSED_IN_ERROR," + subType + ",");
  }

  /** Two words of one alternative are one: "court order" or "no contact", not "court contact". */
  @ParameterizedTest
  @CsvSource({
    "Letter with no contact order given to father, DISCLOSED_IN_ERROR, THIRD_PARTY_NOT_ENTITLED",
    "Details given over the phone to the wrong parent, DISCLOSED_IN_ERROR, VERBAL",
    "Out of date information was used, OTHER, ACCURACY"
  })
  void alternativesOfTwoWordsHold(String text, String type, String subType) throws Exception {
    assertThat(judged(text)).contains("," + type + "," + subType + ",");
  }

  private String judged(String text) throws Exception {
    Path in = Files.writeString(folder.resolve("one.csv"), "text\n\"" + text + "\"\n");
    Path out = folder.resolve("judged.csv");
    CLASSIFY.run(in, "text", null, out);
    return Files.readAllLines(out).get(1);
  }
}
