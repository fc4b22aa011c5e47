package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.WhatFilesSay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program's {@code retention}: what it lists, what it records and how it ends. */
class RetentionCommandIT {

  private static final String AS_OF = "2026-07-01";
  private static final String WHY = "Zanzibarian claim";

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws Exception {
    ReadyHome.of(folder, "Elm School", "Oak School");
    Path log =
        Files.writeString(
            folder.resolve("log.csv"),
            "Reference,School,Date of incident,Date registered,Type of breach,Number of"
                + " individuals,Date closed\n"
                + "A1,Elm School,2020-01-02,2020-01-02,Disclosed in error,3,2020-07-01\n"
                + "A2,Elm School,2020-01-03,2020-01-03,Disclosed in error,3,2020-07-02\n"
                + "A3,Elm School,2020-01-04,2020-01-04,Disclosed in error,3,\n"
                + "B1,Oak School,2019-05-02,2019-05-02,Disclosed in error,3,2019-06-01\n");
    answer(0, "import", log.toString());
  }

  @Test
  void fromNoSettingToTheListToConfirm() throws Exception {
    assertThat(said(answer(0, "retention")))
        .isEqualTo(
            "No retention period is set, so nothing is ever due. Set one with: breachledger"
                + " retention set --years N --by ROLE");
    assertThat(said(answer(0, "retention", "due"))).startsWith("No retention period is set");

    assertThat(said(answer(0, "retention", "set", "--years", "6", "--by", "dpo")))
        .isEqualTo(
            "Every school without a period of its own keeps closed cases for 6 years from now on.");
    assertThat(
            said(
                answer(
                    0,
                    "retention",
                    "set",
                    "--school",
                    "Oak School",
                    "--months",
                    "120",
                    "--by",
                    "Headteacher")))
        .isEqualTo("Oak School keeps closed cases for 120 months from now on.");
    assertThat(
            rows(
                answer(0, "retention").get("schools"),
                "school",
                "period",
                "own",
                "by",
                "incidents",
                "closed",
                "due",
                "held",
                "without_day"))
        .containsExactly(
            "Elm School 6 years false dpo 3 2 1 0 0", "Oak School 120 months true head 1 1 0 0 0");
    assertThat(due(AS_OF)).containsExactly("A1 Elm School 2020-07-01 closed 2026-07-01 false");
    assertThat(due("2026-06-30T23:59")).isEmpty();

    assertThat(
            said(answer(0, "retention", "hold", "Elm School", "a1", "--why", WHY, "--by", "dpo")))
        .isEqualTo("Hold 1 is placed on a1, Elm School.");
    answer(0, "retention", "hold", "Oak School", "--why", WHY, "--by", "dpo");
    assertThat(rows(answer(0, "retention", "holds").get("holds"), "hold", "reference", "school"))
        .containsExactly("1 A1 Elm School", "2 null Oak School");
    assertThat(due("2026-07-02"))
        .containsExactly(
            "A1 Elm School 2020-07-01 closed 2026-07-01 true",
            "A2 Elm School 2020-07-02 closed 2026-07-02 false");
    assertThat(said(answer(1, "undo", "1")))
        .isEqualTo(
            "A person recorded a decision, an action, a review or a legal hold of the incidents A1,"
                + " B1 since.");

    papersSayItWithoutTheReason();

    String[] lift = {"retention", "lift", "Elm School", "A1", "--why", "Settled", "--by", "dpo"};
    assertThat(said(answer(0, lift))).isEqualTo("Hold 1 on A1, Elm School is lifted.");
    JsonNode again = answer(1, lift);
    assertThat(again.get("status").asString()).isEqualTo("refused");
    assertThat(said(again)).startsWith("No legal hold stands there;");
    assertThat(due(AS_OF)).containsExactly("A1 Elm School 2020-07-01 closed 2026-07-01 false");
  }

  private void papersSayItWithoutTheReason() throws Exception {
    for (String format : List.of("pdf", "html", "xlsx")) {
      JsonNode written =
          answer(0, "report", "retention", "--format", format, "--out", folder.toString());
      Path paper = folder.resolve("retention." + format);
      assertThat(Path.of(written.get("outputs").get(0).asString())).isEqualTo(paper);
      String all = WhatFilesSay.in(paper);
      assertThat(all)
          .contains("1 incident is due to be destroyed, 1 of them held.")
          .contains("Headteacher")
          .doesNotContainIgnoringCase("Zanzibarian");
    }
    answer(
        0,
        "report",
        "retention",
        "--school",
        "Oak School",
        "--format",
        "html",
        "--out",
        folder.toString());
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhatIsAllowed() throws Exception {
    assertThat(wrong("retention", "set", "--years", "0", "--by", "dpo"))
        .isEqualTo("a period is from 1 to 100 years, not 0");
    assertThat(wrong("retention", "set", "--by", "dpo")).contains("--years");
    assertThat(wrong("retention", "set", "--years", "6", "--months", "1", "--by", "dpo"))
        .contains("mutually exclusive");
    assertThat(wrong("retention", "set", "--years", "6", "--by", "P. Archer"))
        .startsWith("--by takes a role of the policy, and not \"P. Archer\"; the roles are head,");
    assertThat(wrong("retention", "set", "--school", "Nowhere", "--years", "6", "--by", "dpo"))
        .isEqualTo("there is no school \"Nowhere\"; the schools are Elm School, Oak School");
    assertThat(wrong("retention", "hold", "Elm School", "Z9", "--why", "x", "--by", "dpo"))
        .isEqualTo("this school has no incident \"Z9\"");
    assertThat(wrong("retention", "hold", "Elm School", "A1", "--why", " ", "--by", "dpo"))
        .isEqualTo("--why is empty; write a few words");
    assertThat(rows(answer(0, "retention", "holds").get("holds"), "hold")).isEmpty();
  }

  private List<String> due(String asOf) throws Exception {
    return rows(
        answer(0, "retention", "due", "--as-of", asOf).get("due"),
        "reference",
        "school",
        "closed_on",
        "counted_from",
        "due_since",
        "held");
  }

  private JsonNode answer(int code, String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    return JsonMapper.builder().build().readTree(result.out());
  }

  private String wrong(String... arguments) throws Exception {
    Program.Result result = run(arguments);
    assertThat(result.code()).as(result.out()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err().strip();
  }

  /** At one as-of, unless a line names another. */
  private Program.Result run(String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--home", folder.resolve("home").toString(), "--json"));
    if (!line.contains("--as-of")) {
      line.addAll(List.of("--as-of", AS_OF));
    }
    return Program.answer(line.toArray(String[]::new));
  }

  private static String said(JsonNode answer) {
    return answer.get("messages").get(0).asString();
  }

  private static List<String> rows(JsonNode rows, String... columns) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        JsonNode cell = row.get(column);
        cells.add(cell.isNull() ? "null" : cell.asString());
      }
      lines.add(String.join(" ", cells));
    }
    return lines;
  }
}
