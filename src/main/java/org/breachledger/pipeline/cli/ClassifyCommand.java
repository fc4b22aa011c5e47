package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.breachledger.normalise.ClassifyFile;
import org.breachledger.normalise.TypeRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts the rows of a CSV file into breach types; no database. */
@Command(name = "classify", description = "put the rows of a CSV file into breach types")
final class ClassifyCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE.csv", description = "with a column of descriptions")
  private Path file = Path.of("");

  @Option(
      names = "--text",
      required = true,
      paramLabel = "COLUMN",
      description = "the descriptions")
  private String text = "";

  @Option(names = "--category", paramLabel = "COLUMN", description = "the types as written")
  private @Nullable String category;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT.csv",
      description = "the file to write")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    ClassifyFile rows = new ClassifyFile(TypeRules.read(door.tables()));
    return PassThrough.run("classify", door, out, () -> rows.run(file, text, category, out));
  }
}
