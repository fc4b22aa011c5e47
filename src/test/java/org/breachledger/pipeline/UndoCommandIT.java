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

/** The packaged program's {@code undo}: what it answers and how it ends. */
class UndoCommandIT {

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws Exception {
    ReadyHome.in(folder);
  }

  @Test
  void undoAnswersWithItsExitCode() throws Exception {
    Path first = log("first.csv", "A1,Elm School,2026-03-02,Disclosed in error,3");
    Path second = log("second.csv", "A1,Elm School,2026-03-02,Disclosed in error,4");
    JsonNode files = answer(0, "import", first.toString(), second.toString()).get("files");
    String one = files.get(0).get("importId").asString();
    String two = files.get(1).get("importId").asString();

    JsonNode refused = answer(1, "undo", one);
    assertThat(refused.get("command").asString()).isEqualTo("undo");
    assertThat(refused.get("status").asString()).isEqualTo("refused");
    assertThat(refused.get("outputs").size()).isZero();
    assertThat(refused.get("messages").get(0).asString())
        .isEqualTo("Import " + two + " changed after import " + one + " the incident A1.");

    JsonNode undone = answer(0, "undo", one, "--with-later");
    assertThat(undone.get("status").asString()).isEqualTo("undone");
    assertThat(undone.get("messages").get(0).asString()).startsWith("Import " + two + " is undone");
    assertThat(undone.get("messages").get(1).asString()).startsWith("Import " + one + " is undone");

    assertThat(answer(0, "undo", one).get("status").asString()).isEqualTo("already-undone");

    Program.Result unknown = run("undo", "4711");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no import 4711").doesNotContain("\tat ");

    JsonNode again = answer(0, "import", first.toString()).get("files").get(0);
    assertThat(again.get("status").asString()).isEqualTo("imported");
    assertThat(
            again.get("rows").get("imported").asInt()
                + again.get("rows").get("importedWithGaps").asInt())
        .isEqualTo(1);
  }

  private JsonNode answer(int code, String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    return JsonMapper.builder().build().readTree(result.out());
  }

  private Program.Result run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--json", "--home", folder.resolve("home").toString()));
    return Program.answer(all.toArray(String[]::new));
  }

  private Path log(String name, String row) throws Exception {
    return Files.writeString(
        folder.resolve(name),
        "Reference,School,Date of incident,Type of breach,Number of individuals\n" + row + "\n");
  }
}
