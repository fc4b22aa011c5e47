package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * Reads incident logs whatever their kind and layout: a file becomes a log of rows, or a refusal
 * with a sentence for its sender. It is safe to use from several threads at once.
 */
public final class LogReader {

  private static final System.Logger LOG = System.getLogger(LogReader.class.getName());
  private static final int MOST_SHEETS = 1_000;

  private final Vocabulary vocabulary;
  private final List<GridOpener> openers;
  private final AuditLogs auditLogs;

  /**
   * A reader with the tables of a policy.
   *
   * @param openers for the kinds of files that are read; where one finds a file broken, the next of
   *     its kind is asked
   * @throws org.breachledger.policy.RefusedTable where a table cannot be used
   */
  public LogReader(PolicySource source, List<GridOpener> openers) {
    this(source, openers, AuditLogs.NONE);
  }

  /** A reader that asks first whether a file is an access log. */
  public LogReader(PolicySource source, List<GridOpener> openers, AuditLogs auditLogs) {
    this.vocabulary = Vocabulary.read(source);
    this.openers = List.copyOf(openers);
    this.auditLogs = auditLogs;
  }

  /** The names of the layouts that can be asked for. */
  public List<String> profiles() {
    return Stream.concat(vocabulary.profiles().names().stream(), auditLogs.profiles().stream())
        .toList();
  }

  /**
   * Opens a file and surveys it from top to bottom, so that a fault shows before any row is given.
   *
   * @return the log, to be closed after reading; or the refusal
   * @throws IllegalArgumentException where the options name a profile that does not exist
   */
  public Opened open(Path file, ReadingOptions options) {
    String name = options.profile();
    Profile asked = name == null || auditLogs.profiles().contains(name) ? null : asked(name);
    try {
      return opened(file, asked, options);
    } catch (NoSuchFileException | AccessDeniedException e) {
      return Refusal.MISSING.said();
    } catch (IOException e) {
      return Refusal.BROKEN.said();
    }
  }

  private @Nullable Profile asked(@Nullable String name) {
    return name == null
        ? null
        : vocabulary
            .profiles()
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no profile \""
                            + name
                            + "\"; there are "
                            + String.join(", ", profiles())));
  }

  private Opened opened(Path file, @Nullable Profile asked, ReadingOptions options)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      return Refusal.MISSING.said();
    }
    AuditSearch accesses = new AuditSearch(auditLogs, options, school(file, options));
    try {
      Optional<AuditLog> streamed = accesses.in(file);
      if (streamed.isPresent()) {
        return streamed.get();
      }
    } catch (RefusedFile e) {
      return e.refused();
    }
    if (Files.size(file) > vocabulary.rules().maxBytes()) {
      return Refusal.TOO_LARGE.saying(
          "This file is larger than "
              + vocabulary.rules().maxBytes() / (1024 * 1024)
              + " MB; split the log by year and send the parts.");
    }
    FileKind kind = FileKind.of(file);
    if (kind == FileKind.EMPTY) {
      return Refusal.EMPTY.said();
    }
    Opened opened = Refusal.NOT_A_WORKBOOK.saying(otherKind(file, kind));
    for (GridOpener opener : openers) {
      if (opener.opens(kind)) {
        opened = surveyed(opener, file, accesses, new LogSurvey(vocabulary, asked, options, file));
        if (!(opened instanceof Refused refused && refused.why() == Refusal.BROKEN)) {
          return opened;
        }
      }
    }
    return opened;
  }

  /** Another opener may read what one finds broken, so that is a value here. */
  private Opened surveyed(GridOpener opener, Path file, AuditSearch accesses, LogSurvey survey)
      throws IOException {
    try {
      return surveyed(opener.open(file), accesses, survey);
    } catch (RefusedFile e) {
      return e.refused();
    } catch (OutOfMemoryError | StackOverflowError e) {
      return needsMemory();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.WARNING, "a reader failed on a file: " + kindAndPlace(e));
      return unreadable();
    }
  }

  /** Never the message, which may quote a cell. */
  private static String kindAndPlace(Throwable fault) {
    StackTraceElement[] places = fault.getStackTrace();
    return fault.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
  }

  /** Refuses a file on which a reader failed in a way nobody foresaw; the others go on. */
  private static Refused unreadable() {
    return Refusal.BROKEN.saying(
        "This file cannot be read; open it in the program it comes from, save the log again as .xlsx"
            + " or .csv and send that.");
  }

  /** Refuses a file that is too deep or too wide for this machine; the others go on. */
  static Refused needsMemory() {
    return Refusal.TOO_LARGE.saying(
        "This file needs more memory to read than there is; split the log by year and send the"
            + " parts, or save it as .csv.");
  }

  private static Opened surveyed(Grid grid, AuditSearch accesses, LogSurvey survey)
      throws RefusedFile, IOException {
    try {
      if (grid.sheets().size() > MOST_SHEETS) {
        throw new RefusedFile(
            Refusal.TOO_LARGE.saying(
                "This workbook has more sheets than can be read at once; copy the log into a new"
                    + " workbook and send that."));
      }
      AuditLog log = accesses.in(grid).orElse(null);
      Opened opened = log == null ? incidents(grid, accesses, survey) : log;
      if (opened instanceof Refused) {
        grid.close();
      }
      return opened;
    } catch (RefusedFile | IOException | RuntimeException | Error e) {
      grid.close();
      throw e;
    }
  }

  private static Opened incidents(Grid grid, AuditSearch accesses, LogSurvey survey)
      throws RefusedFile, IOException {
    Optional<Refused> doesNotFit = accesses.doesNotFit();
    return doesNotFit.isPresent()
        ? doesNotFit.get()
        : accesses.told(survey.survey(new ReturnsGrid(new ReadAhead(grid))), grid);
  }

  /** Whose log it is where its lines do not say: as the sender says, or as its name does. */
  private @Nullable String school(Path file, ReadingOptions options) {
    return options.school() != null
        ? options.school()
        : LogSurvey.names(file, options).stream()
            .flatMap(name -> new SchoolName(vocabulary.words()).inFileName(name).stream())
            .findFirst()
            .orElse(null);
  }

  private static String otherKind(Path file, FileKind kind) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
    List<String> known = new ArrayList<>(List.of(".xlsx", ".xls", ".xlsm", ".csv", ".tsv", ".txt"));
    return (known.contains(ending)
            ? "This file is named " + ending + " but is " + kind.words()
            : "This file is " + kind.words())
        + ", not a log that can be read; send the log itself as .xlsx, .xls or .csv.";
  }
}
