package org.breachledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.Mapping;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.PreviewSink;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.web.WaitingUpload.About;
import org.breachledger.web.WaitingUpload.Kept;
import org.springframework.batch.core.job.JobExecutionException;

/** Previews the files of an upload and takes them in, as the command line does. */
final class UploadDesk {

  private final PreviewTurns turns = PreviewTurns.ofThisMachine();
  private final FileImporter importer;
  private final Assessment assessment;
  private final CurrentTrust trust;
  private final Path returns;
  private final Clock clock;

  UploadDesk(
      FileImporter importer, Assessment assessment, CurrentTrust trust, Path returns, Clock clock) {
    this.importer = importer;
    this.assessment = assessment;
    this.trust = trust;
    this.returns = returns;
    this.clock = clock;
  }

  /**
   * What taking the files in would do; nothing is stored.
   *
   * @throws StillReading where others are being read for too long
   */
  List<PreviewPage.OneFile> preview(WaitingUpload upload, SignedIn me) {
    ImportOptions options = options(upload.about(), me, AsOf.from(clock));
    List<ImportedFile> files =
        turns.take(() -> trust.within(me.trustId(), () -> read(upload, options)));
    return IntStream.range(0, files.size())
        .mapToObj(i -> PreviewPage.of(i + 1, upload.about().files().get(i).name(), files.get(i)))
        .toList();
  }

  private List<ImportedFile> read(WaitingUpload upload, ImportOptions options) {
    try {
      return importer.preview(upload.paths(), options, PreviewSink.NONE);
    } catch (UncheckedIOException e) {
      throw WaitingUploads.nameless(Objects.requireNonNull(e.getCause()));
    }
  }

  /** What became of one file. */
  record Taken(String name, String status, String reason, Long importId) {}

  /** Takes the files in and has what they brought typed, scored and timed. */
  List<Taken> take(WaitingUpload upload, SignedIn me)
      throws IOException, SQLException, JobExecutionException {
    AsOf asOf = AsOf.from(clock);
    ImportOptions options = options(upload.about(), me, asOf);
    List<Taken> taken = new ArrayList<>();
    boolean news = false;
    for (Kept file : upload.about().files()) {
      ImportedFile done = importer.take(upload.path(file), file.name(), options);
      // Of a file imported already, too: whoever sends it again may have been cut off on the way.
      news |= done.status() != ImportedFile.Status.REFUSED;
      taken.add(taken(file, done));
    }
    if (news) {
      assessment.ofChanged(asOf);
    }
    return taken;
  }

  private static Taken taken(Kept file, ImportedFile done) {
    Long id = done.importId();
    return new Taken(
        file.name(),
        done.statusWord(),
        done.reason() == null ? "" : done.reason(),
        id == null ? 0L : id);
  }

  private ImportOptions options(About about, SignedIn me, AsOf asOf) {
    return new ImportOptions(
        null,
        about.school().isEmpty() ? null : about.school(),
        months(about.from(), about.to()),
        false,
        returns,
        asOf,
        about.said().isEmpty() ? Mapping.none() : new Mapping(about.said()),
        me.getUsername());
  }

  /** The months from the first to the last, both included; none where either is empty. */
  static SortedSet<YearMonth> months(String from, String to) {
    SortedSet<YearMonth> months = new TreeSet<>();
    if (!from.isEmpty() && !to.isEmpty()) {
      YearMonth last = YearMonth.parse(to);
      for (YearMonth month = YearMonth.parse(from);
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        months.add(month);
      }
    }
    return months;
  }
}
