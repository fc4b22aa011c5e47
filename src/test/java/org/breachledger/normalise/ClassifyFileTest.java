package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(CLASSIFY.run(in, "what", "kind", out)).isEqualTo(3);
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
}
