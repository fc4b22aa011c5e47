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

/** The packaged program's {@code case}: what it records, what it answers and how it ends. */
class CaseCommandIT {

  private static final String SCHOOL = "Elm School";

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws Exception {
    ReadyHome.in(folder);
  }

  @Test
  void aCaseFromDecisionToReview() throws Exception {
    answer(0, "import", log().toString());

    JsonNode told =
        answer(
            0,
            "case",
            "decide",
            SCHOOL,
            "A1",
            "--about",
            "individuals",
            "--outcome",
            "told",
            "--when",
            "2026-01-05",
            "--by",
            "dpo");
    assertThat(told.get("messages").get(0).asString())
        .isEqualTo("Recorded for A1: individuals told.");
    answer(0, "case", "refer", SCHOOL, "a1", "--to", "head", "--when", "2026-01-05", "--by", "dpo");
    assertThat(states(answer(0, "case", "show", SCHOOL, "A1").get("decisions"), "subject", "state"))
        .contains("individuals RECORDED", "head RECORDED", "dpo MISSING");

    JsonNode added =
        answer(
            0,
            "case",
            "action",
            "add",
            SCHOOL,
            "A1",
            "--kind",
            "training",
            "--what",
            "Practise",
            "--owner",
            "P. Archer",
            "--due",
            "2026-06-30",
            "--by",
            "dpo");
    assertThat(added.get("messages").get(0).asString()).isEqualTo("Action 1 is recorded for A1.");
    JsonNode actions = answer(0, "case", "action", "list").get("actions");
    assertThat(actions.get(0).get("owner").asString()).isEqualTo("a named person");
    assertThat(actions.get(0).get("state").asString()).isEqualTo("OVERDUE");
    assertThat(answer(0, "case", "close-check", SCHOOL, "A1").get("messages").get(0).asString())
        .isEqualTo("3 pieces missing; 1 incident closed with something missing");
    answer(0, "case", "action", "done", "1", "--when", "2026-06-29", "--by", "dpo");
    assertThat(answer(1, "case", "action", "done", "1", "--by", "dpo").get("status").asString())
        .isEqualTo("refused");
    assertThat(states(answer(0, "case", "close-check").get("checks"), "check", "missing"))
        .containsExactly(
            "systemic-cause whether the cause is systemic is not recorded",
            "told-items that individuals were told all five items is not recorded");

    JsonNode reviews = answer(0, "case", "review", "list").get("reviews");
    assertThat(states(reviews, "reference", "state")).containsExactly("A1 DUE");
    JsonNode signed =
        answer(0, "case", "review", "sign", SCHOOL, "A1", "--by", "dpo", "--note", "still rare");
    assertThat(signed.get("messages").get(0).asString())
        .isEqualTo(
            "The review of A1 is signed off; its type occurred once more since at this school, 0"
                + " of its actions open.");
    assertThat(answer(1, "case", "review", "sign", SCHOOL, "A1", "--by", "dpo").get("status"))
        .hasToString("\"refused\"");

    assertThat(answer(1, "undo", "1").get("messages").get(0).asString())
        .isEqualTo(
            "A person recorded a decision, an action, a review or a legal hold of the incident A1"
                + " since.");
    for (String name :
        List.of("decisions.html", "reviews.pdf", "board.xlsx", "working-group.html")) {
      String[] paper = name.split("\\.");
      String out = folder.toString();
      JsonNode written = answer(0, "report", paper[0], "--format", paper[1], "--out", out);
      assertThat(Path.of(written.get("outputs").get(0).asString()))
          .isEqualTo(folder.resolve(name))
          .isNotEmptyFile();
    }
    Path file = folder.resolve("reviews.xlsx");
    answer(0, "export", "reviews", "--format", "xlsx", "--out", file.toString());
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhatIsAllowed() throws Exception {
    answer(0, "import", log().toString());
    assertThat(wrong("case", "show", "Nowhere", "A1"))
        .isEqualTo("there is no school \"Nowhere\"; the schools are Elm School");
    assertThat(
            wrong(
                "case",
                "decide",
                SCHOOL,
                "A1",
                "--about",
                "ico",
                "--outcome",
                "notify",
                "--by",
                "dpo"))
        .isEqualTo("ico notify needs its reason; write it with --why");
    assertThat(
            wrong(
                "case", "action", "add", SCHOOL, "A1", "--kind", "magic", "--what", "x", "--by",
                "dpo"))
        .isEqualTo("there is no kind \"magic\"; choose one of training, policy, control, other");
    assertThat(
            wrong(
                "case",
                "refer",
                SCHOOL,
                "A1",
                "--to",
                "head",
                "--by",
                "dpo",
                "--when",
                "2026-13-01"))
        .startsWith("--when: there is no such day or time");
    assertThat(wrong("case", "close-check", SCHOOL))
        .isEqualTo("name the school and the reference, or neither for all incidents");
    assertThat(wrong("case")).startsWith("say what to do: show, decide, refer");
  }

  private static List<String> states(JsonNode rows, String one, String other) {
    List<String> states = new ArrayList<>();
    rows.forEach(row -> states.add(row.get(one).asString() + " " + row.get(other).asString()));
    return states;
  }

  private String wrong(String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.out()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err().strip();
  }

  private JsonNode answer(int code, String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    return JsonMapper.builder().build().readTree(result.out());
  }

  private Program.Result run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--json", "--as-of", "2026-07-01T03:00", "--home", folder.resolve("home").toString()));
    return Program.answer(all.toArray(String[]::new));
  }

  private Path log() throws Exception {
    return Files.writeString(
        folder.resolve("log.csv"),
        "Reference,School,Date of incident,Date registered,Type of breach,Number of individuals,"
            + "Date closed\n"
            + "A1,Elm School,2026-01-02,2026-01-02,Disclosed in error,3,2026-02-01\n"
            + "A2,Elm School,2026-05-02,2026-05-02,Disclosed in error,3,\n");
  }
}
