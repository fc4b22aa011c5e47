package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TooManyRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a table of the register to a file. */
@Command(name = "export", description = "write a table of the register to a file")
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(
      paramLabel = "TABLE",
      description = "one of ${COMPLETION-CANDIDATES}",
      completionCandidates = Tables.class)
  private String table = "";

  @Option(names = "--format", paramLabel = "F", description = "csv (default), xlsx or json")
  private String format = "csv";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    Exports.Table wanted = choice(Exports.Table.class, table, "table");
    TableFile.Format as = choice(TableFile.Format.class, format, "format");
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      int rows =
          installation
              .get(Exports.class)
              .write(wanted, as, out, door.asOf(installation.get(java.time.Clock.class)));
      new Answer(
              "export",
              "done",
              List.of(out.toString()),
              List.of(rows + (rows == 1 ? " row of " : " rows of ") + table + " written"))
          .print(door.json());
      return ExitCode.DONE;
    } catch (TooManyRows refused) {
      return Answer.refuse(
          "export",
          out + " was not written: " + refused.getMessage() + " with --format.",
          door.json());
    }
  }

  /** The names of all tables, as the help lists them. */
  static final class Tables implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return names(Exports.Table.class).iterator();
    }
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String word, String what) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw new WrongUsage(
        "there is no "
            + what
            + " \""
            + word
            + "\"; choose one of "
            + String.join(", ", names(type)));
  }
}
