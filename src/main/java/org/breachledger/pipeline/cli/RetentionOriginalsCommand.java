package org.breachledger.pipeline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.calendar.London;
import org.breachledger.keeping.store.KeptOriginals.Original;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Lists the originals no period of retention takes, as those of undone and refused imports, and
 * says until when the others are kept. By number and hash: names of files may name people.
 */
@Command(
    name = "originals",
    description = "list the kept originals no period takes, or with --all every one, and why")
final class RetentionOriginalsCommand implements Callable<Integer> {

  private static final int SHOWN = 12;

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Option(names = "--all", description = "those too that go with what they are evidence of")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(parent.door(), "retention originals")) {
      List<Original> kept = session.originals();
      List<Original> shown = kept.stream().filter(one -> all || !one.evidence()).toList();
      int loose = (int) kept.stream().filter(one -> !one.evidence()).count();
      return session.listed(
          "originals",
          sentence(kept.size(), loose),
          List.of(),
          shown.stream().map(RetentionOriginalsCommand::row).toList(),
          shown.stream().map(RetentionOriginalsCommand::line).toList());
    }
  }

  private static String sentence(int kept, int loose) {
    if (kept == 0) {
      return "No original is kept.";
    }
    return counted(kept, "original")
        + (kept == 1 ? " is kept; " : " are kept; ")
        + switch (loose) {
          case 0 -> "nothing is kept without being evidence of something on the register.";
          case 1 -> "1 is evidence of nothing on the register, so no period takes it.";
          default -> loose + " are evidence of nothing on the register, so no period takes them.";
        };
  }

  private static Map<String, @Nullable Object> row(Original one) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("import_id", one.importId());
    row.put("sha256", one.sha256());
    row.put("status", one.status());
    row.put("came_on", London.dayOf(one.at()).toString());
    row.put("incidents", one.incidents());
    row.put("signals", one.signals());
    row.put("held", one.held());
    row.put("kept", why(one));
    return row;
  }

  private static String line(Original one) {
    return "import "
        + one.importId()
        + "  "
        + one.status()
        + "  "
        + London.dayOf(one.at())
        + "  "
        + one.sha256().substring(0, Math.min(SHOWN, one.sha256().length()))
        + "  "
        + why(one);
  }

  private static String why(Original one) {
    if (one.incidents() > 0) {
      return "until the last of "
          + counted(one.incidents(), "incident")
          + " it is evidence of is destroyed"
          + (one.held() ? ", and a legal hold is lifted" : "");
    }
    if (one.signals() > 0) {
      return "while " + counted(one.signals(), "signal") + " found in it is open or promoted";
    }
    if (one.status().equals("started")) {
      return "while it is imported";
    }
    return (one.held() ? "under a legal hold; once that is lifted, until: " : "until: ")
        + "retention redact-import "
        + one.importId();
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
