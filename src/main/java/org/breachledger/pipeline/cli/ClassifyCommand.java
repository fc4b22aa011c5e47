package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.exchange.CsvPassThrough.Passed;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.breachledger.normalise.ClassifyFile;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.TypingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Puts the rows of a CSV file into breach types; no database. Where the file names the right types,
 * it also says how right the rules are and what they took for what.
 */
@Command(name = "classify", description = "put the rows of a CSV file into breach types")
final class ClassifyCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE.csv", description = "with a column of descriptions")
  private Path file = Path.of("");

  @Option(names = "--text", paramLabel = "COLUMN", description = "the descriptions")
  private @Nullable String text;

  @Option(names = "--category", paramLabel = "COLUMN", description = "the types as written")
  private @Nullable String category;

  @Option(
      names = "--labels",
      paramLabel = "COLUMN",
      description = "the right types: print how right the rules are and what they took for what")
  private @Nullable String labels;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT.csv",
      description = "the file to write")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    if (text == null && category == null) {
      throw new WrongUsage("--text or --category must name a column");
    }
    TypeRules rules = TypeRules.read(door.tables());
    ClassifyFile rows = new ClassifyFile(rules);
    List<String> others = labels == null ? List.of() : List.of(labels);
    PassThrough.Work work = () -> rows.run(file, text, category, others, out);
    return labels == null
        ? PassThrough.run("classify", door, out, work)
        : measured(rules, labels, work);
  }

  private int measured(TypeRules rules, String labels, PassThrough.Work work) throws IOException {
    try {
      Passed passed = work.run();
      TypingReport report =
          TypingReport.of(
              rules,
              file,
              new TypingReport.Columns(
                  text == null ? "" : text, category == null ? "" : category, labels));
      Console.err().print(report.written());
      answer(passed, report);
      return ExitCode.DONE;
    } catch (UnreadableFile refused) {
      return PassThrough.refused("classify", door, refused);
    }
  }

  private void answer(Passed passed, TypingReport report) {
    List<String> messages = PassThrough.said(passed, out);
    if (!door.json()) {
      new Answer("classify", "done", List.of(out.toString()), messages).print(false);
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("command", "classify");
    document.put("status", "done");
    document.put("outputs", List.of(out.toString()));
    document.put("messages", messages);
    document.put("accuracy", report.accuracy());
    document.put("macroF1", report.macroF1());
    document.put("highRight", report.highRight());
    document.put("highCoverage", report.highCoverage());
    document.put("review", report.review());
    document.put("lowCueReview", report.lowCueReview());
    document.put("confusion", report.confusion());
    Answer.print(document);
  }
}
