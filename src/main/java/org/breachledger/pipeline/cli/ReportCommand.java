package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.exchange.WholeFile;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.store.RetentionPapers;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.CasePapers;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.PaperShelf;
import org.breachledger.reporting.store.PaperSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Renders papers on demand; they are not published. */
@Command(name = "report", description = "render papers into a folder")
final class ReportCommand implements Callable<Integer> {

  private static final List<String> CASEWORK = List.of("decisions", "reviews", "retention");

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(
      paramLabel = "PAPER",
      description = "governors, board, working-group, decisions, reviews or retention")
  private String paper = "";

  @Option(names = "--school", paramLabel = "NAME", description = "only this school's")
  private @Nullable String school;

  @Option(names = "--from", paramLabel = "D", description = "first day of the period, inclusive")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "last day of the period, inclusive")
  private @Nullable LocalDate to;

  @Option(names = "--format", paramLabel = "F", description = "pdf, html or xlsx")
  private String format = "pdf";

  @Option(names = "--trace", description = "with the incidents behind every number; xlsx only")
  private boolean trace;

  @Option(
      names = "--for",
      paramLabel = "ROLE",
      description = "whom the workbook with the trace is for; the DPO unless said otherwise")
  private String reader = "dpo";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder to write to")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    refuseUnknown();
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      AsOf asOf = door.asOf(installation.get(Clock.class));
      installation.get(Assessment.class).run(asOf);
      List<String> files =
          installation
              .get(TransactionTemplate.class)
              .execute(
                  status ->
                      write(installation, asOf, windows(installation.get(Imprints.class), asOf)));
      List<String> written = files == null ? List.of() : files;
      if (written.isEmpty()) {
        throw new WrongUsage(
            "no school is confirmed yet, so there is no governors' paper; add the schools to"
                + " jobs/intake/schools.csv");
      }
      new Answer(
              "report",
              "done",
              written,
              List.of(written.size() + (written.size() == 1 ? " paper" : " papers") + " written"))
          .print(door.json());
      return ExitCode.DONE;
    }
  }

  private List<String> write(Installation installation, AsOf asOf, Windows windows) {
    PaperDesk desk = installation.get(PaperDesk.class);
    if (CASEWORK.contains(paper)) {
      return List.of(save(desk, casework(installation, asOf, windows), 0));
    }
    PaperSource source =
        desk.source(
            installation.get(Imprints.class).of(new Halves(windows), asOf, 1),
            installation.get(RecurrenceRegister.class).compare(windows).stream()
                .map(ComparedType::of)
                .toList());
    List<String> files = new ArrayList<>();
    if (paper.equals("board")) {
      files.add(save(desk, source.board(), 0, source));
    } else if (paper.equals("working-group")) {
      int id = school == null ? 0 : known(installation.get(SchoolRegister.class), school);
      files.add(save(desk, installation.get(CasePapers.class).workingGroup(id, source), id));
    } else {
      for (int id : schools(installation.get(SchoolRegister.class), source)) {
        files.add(save(desk, source.governors(id), id, source));
      }
    }
    return files;
  }

  private Paper casework(Installation installation, AsOf asOf, Windows windows) {
    CasePapers papers = installation.get(CasePapers.class);
    Imprint imprint = installation.get(Imprints.class).of(new Halves(windows), asOf, 1);
    Optional<Integer> schoolId =
        Optional.ofNullable(school)
            .map(name -> known(installation.get(SchoolRegister.class), name));
    if (paper.equals("retention")) {
      return installation.get(RetentionPapers.class).paper(schoolId, imprint);
    }
    return paper.equals("decisions")
        ? papers.decisions(schoolId.orElse(0), imprint)
        : papers.reviews(schoolId.orElse(0), imprint);
  }

  private static int known(SchoolRegister register, String name) {
    return register.find(name).orElseThrow(() -> new WrongUsage(register.unknown(name)));
  }

  private List<Integer> schools(SchoolRegister register, PaperSource source) {
    if (school == null) {
      return source.confirmedSchools();
    }
    int id = known(register, school);
    if (!source.confirmedSchools().contains(id)) {
      throw new WrongUsage(
          "\"" + school + "\" waits to be confirmed; add it to jobs/intake/schools.csv");
    }
    return List.of(id);
  }

  /** A workbook with a trace has a name of its own, so that nobody sends it for the paper. */
  private String save(PaperDesk desk, Paper printed, int schoolId, PaperSource source) {
    return trace
        ? save(printed, schoolId, "-traced", desk.printTraced(printed, source.trace(schoolId)))
        : save(desk, printed, schoolId);
  }

  private String save(PaperDesk desk, Paper printed, int schoolId) {
    return save(printed, schoolId, "", desk.print(printed, PaperFormat.find(format).orElseThrow()));
  }

  private String save(Paper printed, int schoolId, String kind, byte[] content) {
    try {
      Path file = out.resolve(PaperShelf.name(printed, schoolId) + kind + "." + format);
      WholeFile.write(file, content);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The period asked for against the same time before it; without one the six months at the as-of.
   */
  private Windows windows(Imprints imprints, AsOf asOf) {
    if (from == null && to == null) {
      return imprints.halves(asOf.anchor()).windows();
    }
    if (from == null || to == null || to.isBefore(from)) {
      throw new WrongUsage("--from and --to go together, and the first day comes first");
    }
    return Windows.over(from, to.plusDays(1));
  }

  private void refuseUnknown() {
    if (!List.of("governors", "board", "working-group").contains(paper)
        && !CASEWORK.contains(paper)) {
      throw new WrongUsage(
          "there is no paper \""
              + paper
              + "\"; the papers are governors, board, working-group, decisions, reviews,"
              + " retention");
    }
    if (paper.equals("board") && school != null) {
      throw new WrongUsage(
          "the board's paper is about all schools; take --school away, or ask for governors");
    }
    if (PaperFormat.find(format).isEmpty()) {
      throw new WrongUsage("papers are written as pdf, html or xlsx, not as \"" + format + "\"");
    }
    if (trace) {
      TracedFor.check(paper, format, reader);
    }
  }
}
