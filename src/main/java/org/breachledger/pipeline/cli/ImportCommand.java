package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.LogReader;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.FileList;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes files in and has what they brought typed, scored and timed. */
@Command(name = "import", description = "import incident logs: files, or folders with all in them")
final class ImportCommand implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
  private List<Path> paths = List.of();

  @Option(names = "--profile", paramLabel = "NAME", description = "the layout to read by")
  private @Nullable String profile;

  @Option(names = "--school", paramLabel = "NAME", description = "whose log it is")
  private @Nullable String school;

  @Option(
      names = "--covers",
      paramLabel = "YYYY-MM..YYYY-MM",
      description = "the months the log covers")
  private @Nullable String covers;

  @Option(
      names = "--map",
      paramLabel = "HEADING=FIELD",
      description = "what a column holds: a field of the exports, or ignore; may be repeated")
  private List<String> maps = List.of();

  @Option(names = "--dry-run", description = "show what would happen; change nothing")
  private boolean dryRun;

  @Option(
      names = "--preview",
      paramLabel = "FILE.csv",
      description = "with --dry-run: write what would become of every row")
  private @Nullable Path previewFile;

  @Option(names = "--returns", paramLabel = "DIR", description = "where rows to fix are written")
  private @Nullable Path returns;

  @Override
  public Integer call() throws Exception {
    SortedSet<YearMonth> months = StatedMonths.parse(covers);
    if (previewFile != null && !dryRun) {
      throw new WrongUsage("--preview shows what would happen and belongs to --dry-run");
    }
    StatedMapping stated = StatedMapping.parse(maps);
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      refuseUnknown(installation.get(LogReader.class));
      stated.refuseUnknown(installation.get(LogReader.class), files(), profile);
      AsOf asOf = door.asOf(installation.get(Clock.class));
      ImportOptions options =
          new ImportOptions(
                  profile,
                  school,
                  months,
                  dryRun,
                  returns == null ? door.home().returns() : returns,
                  asOf)
              .withStated(stated.mapping());
      List<ImportedFile> files = new ArrayList<>();
      FileImporter importer = installation.get(FileImporter.class);
      double seconds =
          dryRun ? preview(importer, options, files) : take(installation, options, files);
      print(files, seconds);
      return files.stream().anyMatch(file -> file.status() == ImportedFile.Status.REFUSED)
          ? ExitCode.REFUSED
          : ExitCode.DONE;
    }
  }

  private double take(Installation installation, ImportOptions options, List<ImportedFile> files)
      throws Exception {
    FileImporter importer = installation.get(FileImporter.class);
    List<Long> begun = new ArrayList<>();
    long first = System.nanoTime();
    List<Path> all = files();
    for (Path file : all) {
      Progress.show("importing", files.size(), all.size());
      begun.add(System.nanoTime());
      files.add(importer.take(file, options));
    }
    Progress.end();
    if (files.stream().anyMatch(file -> file.status() == ImportedFile.Status.IMPORTED)) {
      installation.get(Assessment.class).run(options.asOf());
      long end = System.nanoTime();
      for (int i = 0; i < files.size(); i++) {
        if (files.get(i).status() == ImportedFile.Status.IMPORTED) {
          files.set(i, files.get(i).took(rounded(end - begun.get(i))));
        }
      }
    } else if (files.stream().anyMatch(ImportCommand::known)) {
      // Whoever asks again may have been cut off before all it had stored was judged.
      installation.get(Assessment.class).ofChanged(options.asOf());
    }
    return rounded(System.nanoTime() - first);
  }

  private static boolean known(ImportedFile file) {
    return file.status() == ImportedFile.Status.ALREADY_IMPORTED;
  }

  private double preview(FileImporter importer, ImportOptions options, List<ImportedFile> files)
      throws IOException {
    long begun = System.nanoTime();
    List<Path> all = files();
    try (PreviewShown shown = PreviewShown.to(previewFile, all.size())) {
      files.addAll(importer.preview(all, options, shown));
      shown.done();
    }
    return rounded(System.nanoTime() - begun);
  }

  private List<Path> files() throws IOException {
    return FileList.of(paths);
  }

  private void print(List<ImportedFile> files, double seconds) {
    if (door.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("files", files.stream().map(ImportedFile::json).toList());
      document.put("seconds", seconds);
      Answer.print(document);
      return;
    }
    if (files.isEmpty()) {
      Console.out().println("There was no file to import.");
    }
    files.forEach(file -> file.sentences().forEach(Console.out()::println));
  }

  private void refuseUnknown(LogReader reader) {
    if (profile != null && !reader.profiles().contains(profile)) {
      throw new WrongUsage(
          "there is no profile \""
              + profile
              + "\"; the profiles are "
              + String.join(", ", reader.profiles()));
    }
  }

  private static double rounded(long nanos) {
    return Math.round(nanos / NANOS * 1000) / 1000.0;
  }
}
