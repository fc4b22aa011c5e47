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

/** The packaged program's {@code case close}, {@code case reopen}, {@code policy}: exit codes. */
class CaseCloseCommandIT {

  private static final String SCHOOL = "Elm School";

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws Exception {
    ReadyHome.in(folder);
  }

  @Test
  void aCaseIsClosedOpenedAgainAndJudgedByAnotherPolicy() throws Exception {
    answer(0, "import", log().toString());
    assertThat(message(1, "case", "close", SCHOOL, "A1", "--finding", "incident", "--by", "dpo"))
        .startsWith("A1 is not closed, 2 pieces are missing: whether the cause is systemic")
        .endsWith("Record what is missing, or close it with --even-so and the reason.");
    assertThat(
            message(
                0,
                "case",
                "close",
                SCHOOL,
                "A1",
                "--finding",
                "near-miss",
                "--lesson",
                "Ask twice",
                "--on",
                "2026-06-30",
                "--by",
                "dpo"))
        .isEqualTo("A1 is closed.");
    assertThat(
            message(0, "case", "reopen", SCHOOL, "A1", "--why", "It was sent", "--by", "P. Archer"))
        .isEqualTo("A1 is open again.");
    assertThat(
            message(
                0,
                "case",
                "close",
                SCHOOL,
                "A1",
                "--finding",
                "incident",
                "--even-so",
                "Nobody left to ask",
                "--by",
                "dpo"))
        .isEqualTo("A1 is closed, with pieces missing:");
    assertThat(score("--individuals", "20-30", "--factors", "DISTRESS,DETRIMENT"))
        .isEqualTo("The score of A1 is worked out anew.");
    assertThat(message(0, "policy")).isEqualTo("category-levels is in force");
    assertThat(message(0, "policy", "use", "dpo-service", "--by", "dpo"))
        .endsWith(
            "is in force; the whole record was judged by it. Start serve again where it runs.");
    assertThat(message(0, "policy")).isEqualTo("dpo-service is in force");
  }

  @Test
  void wrongUsageSaysWhatIsAllowed() throws Exception {
    assertThat(wrong("case", "close", SCHOOL, "A1", "--finding", "magic", "--by", "dpo"))
        .isEqualTo("there is no finding \"magic\"; choose one of incident, near-miss, non-event");
    assertThat(wrong("case", "reopen", SCHOOL, "A1", "--why", " ", "--by", "dpo"))
        .isEqualTo("--why is empty; write the reason");
    String[] none = {"case", "score", SCHOOL, "A1", "--why", "x", "--by", "dpo"};
    assertThat(wrong(none))
        .isEqualTo("say what is to be corrected: --individuals, --factors or both");
    assertThat(
            wrong(
                "case",
                "score",
                SCHOOL,
                "A1",
                "--individuals",
                "30-20",
                "--why",
                "x",
                "--by",
                "dpo"))
        .isEqualTo("--individuals must be a number such as 12, or 20-30");
    assertThat(wrong("policy", "use", "magic", "--by", "dpo"))
        .startsWith("there is no policy \"magic\"; the policies are category-levels, ");
  }

  private String score(String... said) throws Exception {
    List<String> all = new ArrayList<>(List.of("case", "score", SCHOOL, "A1"));
    all.addAll(List.of(said));
    all.addAll(List.of("--why", "Counted again", "--by", "dpo"));
    return message(0, all.toArray(String[]::new));
  }

  private String message(int code, String... arguments) throws Exception {
    return answer(code, arguments).get("messages").get(0).asString();
  }

  private String wrong(String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.out()).isEqualTo(2);
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
        "Reference,School,Date of incident,Date registered,Type of breach,Number of individuals\n"
            + "A1,Elm School,2026-05-02,2026-05-02,Disclosed in error,3\n");
  }
}
