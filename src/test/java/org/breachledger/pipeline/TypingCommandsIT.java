package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program's {@code confirm-types} and {@code classify --labels}. */
class TypingCommandsIT {

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws Exception {
    ReadyHome.in(folder);
  }

  @Test
  void aTypeIsConfirmedAndWithdrawn() throws Exception {
    Path log =
        file(
            "log.csv",
            "Reference,School,Date of incident,Description,Number of individuals",
            "A1,Elm School,2026-01-02,The laptop was stolen from a car,3",
            "A2,Elm School,2026-05-02,The laptop was stolen from a car,4");
    answer(0, "import", log.toString());

    Path said =
        file(
            "said.csv",
            "school,reference,breach_type,sub_type,reason",
            "Elm School,A1,OTHER,INSECURE_STORAGE,It lay in an open room",
            "Elm School,A2,LOST_OR_STOLEN_HARDWARE,,");
    JsonNode confirmed = answer(0, "confirm-types", said.toString(), "--by", "dpo");
    assertThat(confirmed.get("status").asString()).isEqualTo("done");
    assertThat(confirmed.get("messages").get(0).asString())
        .isEqualTo(
            "2 lines: 1 confirmed as the rules had it, 1 corrected, 0 withdrawn,"
                + " 0 on record already, 0 left open, 0 refused.");
    assertThat(types()).containsExactly("A1 OTHER INSECURE_STORAGE", "A2 LOST_OR_STOLEN_HARDWARE ");

    Path back = file("back.csv", "school,reference", "Elm School,A1", "Elm School,A9");
    JsonNode withdrawn = answer(1, "confirm-types", back.toString(), "--withdraw", "--by", "dpo");
    assertThat(withdrawn.get("lines").get("withdrawn").asInt()).isEqualTo(1);
    assertThat(withdrawn.get("lines").get("refused").asInt()).isEqualTo(1);
    assertThat(withdrawn.get("messages").get(1).asString())
        .startsWith("Line 3 was refused: this school has no such incident");
    assertThat(types())
        .containsExactly("A1 LOST_OR_STOLEN_HARDWARE ", "A2 LOST_OR_STOLEN_HARDWARE ");
  }

  /** What stays open is told with its line, and is no success. */
  @Test
  void aListSentAgainLeavesOpenWhatWasAskedSince() throws Exception {
    String headings = "Reference,School,Date of incident,Description,Number of individuals";
    String row = "A1,Elm School,2026-01-02,%s,3";
    Path log = file("log.csv", headings, row.formatted("The laptop was stolen from a car"));
    answer(0, "import", log.toString());
    Path said = file("said.csv", "school,reference,breach_type", "Elm School,A1,OTHER");
    answer(0, "confirm-types", said.toString(), "--by", "dpo");
    Path later = file("later.csv", headings, row.formatted("Letter emailed to the wrong parent"));
    answer(0, "import", later.toString());

    JsonNode again = answer(1, "confirm-types", said.toString(), "--by", "dpo");

    assertThat(again.get("lines").get("left_open").asInt()).isEqualTo(1);
    assertThat(again.get("messages").get(1).asString())
        .startsWith("Line 2 stays open: other words were written since");
    assertThat(again.get("messages").get(1).asString())
        .endsWith("with a new export of the incidents.");
  }

  @Test
  void aFileThatIsNoneIsRefusedInOneSentence() throws Exception {
    Path lacking = file("lacking.csv", "school,reference", "Elm School,A1");
    assertThat(refused(lacking))
        .isEqualTo(
            lacking
                + ", line 1: there is no column \"breach_type\"; it needs"
                + " [school, reference, breach_type]");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    assertThat(refused(empty)).isEqualTo(empty + ": the file is empty; it needs a heading row");
    Path nowhere = folder.resolve("nowhere.csv");
    assertThat(refused(nowhere)).isEqualTo(nowhere + ": there is no such file; check the path");
  }

  /** A blank label asks for no type; a label that is no code can never be right, and is named. */
  @Test
  void theTableSaysWhatWasTakenForWhat() throws Exception {
    Path labelled =
        file(
            "labelled.csv",
            "what,right",
            "The laptop was stolen from a car.,LOST_OR_STOLEN_HARDWARE",
            "Letter sent to the wrong parent.,",
            "Some green gimmick hummed.,",
            "The laptop was stolen from a car.,STOLEN");
    Path out = folder.resolve("out.csv");

    Program.Result result =
        run("classify", labelled.toString(), "--text", "what", "--labels", "right", "--out", out);

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err().lines().map(String::strip).map(line -> line.replaceAll(" +", " ")))
        .containsSequence(
            "(none) F1 0.667 taken for {(none)=1, DISCLOSED_IN_ERROR=1}",
            "LOST_OR_STOLEN_HARDWARE F1 0.667 taken for {LOST_OR_STOLEN_HARDWARE=1}",
            "STOLEN F1 0.000 taken for {LOST_OR_STOLEN_HARDWARE=1}",
            "no code of normalise/breach-types.csv, so never right: STOLEN");
    JsonNode told = JsonMapper.builder().build().readTree(result.out());
    assertThat(told.get("accuracy").asDouble()).isEqualTo(0.5);
    assertThat(told.get("confusion").get("STOLEN").get("LOST_OR_STOLEN_HARDWARE").asInt())
        .isEqualTo(1);
    assertThat(Files.readAllLines(out)).hasSize(5);
  }

  private String refused(Path file) throws Exception {
    JsonNode told = answer(1, "confirm-types", file.toString(), "--by", "dpo");
    assertThat(told.get("status").asString()).isEqualTo("refused");
    return told.get("messages").get(0).asString();
  }

  /** Reference, type and sub-type of each incident, as they are exported. */
  private List<String> types() throws Exception {
    Path file = folder.resolve("incidents.csv");
    answer(0, "export", "incidents", "--format", "csv", "--out", file.toString());
    List<String> lines = Files.readAllLines(file);
    List<String> headings = List.of(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                String.join(
                    " ",
                    cells[headings.indexOf("reference")],
                    cells[headings.indexOf("breach_type")],
                    cells[headings.indexOf("sub_type")]))
        .sorted()
        .toList();
  }

  private JsonNode answer(int code, Object... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    return JsonMapper.builder().build().readTree(result.out());
  }

  private Program.Result run(Object... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments).stream().map(Object::toString).toList());
    all.addAll(
        List.of(
            "--json", "--as-of", "2026-07-01T03:00", "--home", folder.resolve("home").toString()));
    return Program.answer(all.toArray(String[]::new));
  }

  private Path file(String name, String... lines) throws Exception {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
