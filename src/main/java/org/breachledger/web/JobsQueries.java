package org.breachledger.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.JobGuide;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.RunningJobs.Progress;
import org.breachledger.pipeline.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs as the operator sees them: what each does, when, how far it is, how it last ended. */
final class JobsQueries {

  private static final Pattern FAILED = Pattern.compile("^step (\\w+) \\(");
  static final String BY_PERSON = "stopped by a person";
  private static final Pattern STOPPED = Pattern.compile("^" + BY_PERSON + "(?: in step (\\w+))?");
  private static final Pattern ANCHORED = Pattern.compile(".* anchor (\\d{4}-\\d{2}-\\d{2})");

  private final JdbcClient jdbc;
  private final Reading reading;
  private final JobGuide guide;
  private final Timetable timetable;
  private final RunningJobs running;
  private final JobsDesk desk;

  JobsQueries(
      JdbcClient jdbc,
      Reading reading,
      JobGuide guide,
      Timetable timetable,
      RunningJobs running,
      JobsDesk desk) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.guide = guide;
    this.timetable = timetable;
    this.running = running;
    this.desk = desk;
  }

  /**
   * A job.
   *
   * @param times its schedules in words; none where it runs only when somebody asks
   * @param working whether it is at work, or waits to be
   * @param progress null where no step is at work
   * @param last its newest run; null where there is none
   * @param trouble why that ended early, in plain words; empty where it did not
   * @param said what else is to be said of the run last asked for; empty where nothing is
   */
  record JobView(
      String job,
      String title,
      String does,
      List<String> times,
      boolean working,
      @Nullable View progress,
      RunQueries.@Nullable Run last,
      String trouble,
      String said) {}

  /** How far a run is, in words. */
  record View(String words, int done, int steps, boolean stopping) {}

  private record Last(RunQueries.Run run, Instant asOf) {}

  /** Every job of the guide, in its order. */
  List<JobView> list() {
    Map<String, Last> newest = newest();
    return guide.entries().stream()
        .map(entry -> shown(entry, Optional.ofNullable(newest.get(entry.job()))))
        .toList();
  }

  /** Whether this program rings for the schedules. */
  boolean rings() {
    return timetable.rings();
  }

  /**
   * The failed, stopped or broken-off run of a job as it was asked for; empty where there is none.
   */
  Optional<RunRequest> brokenOff(String job, AsOf now) {
    return Optional.ofNullable(newest().get(job))
        .filter(last -> !last.run().status().equals("done"))
        .map(last -> again(last, now));
  }

  /** On its own day it goes on as of now, later as of its own moment. */
  private static RunRequest again(Last last, AsOf now) {
    String key = last.run().businessDate();
    Matcher anchored = ANCHORED.matcher(key);
    @Nullable LocalDate anchor = anchored.matches() ? LocalDate.parse(anchored.group(1)) : null;
    RunRequest today = new RunRequest(last.run().job(), now, anchor);
    return today.businessKey().equals(key)
        ? today
        : new RunRequest(last.run().job(), new AsOf(last.asOf()), anchor);
  }

  private Map<String, Last> newest() {
    return reading.read(
        () ->
            jdbc
                .sql(
                    """
                    select distinct on (job) * from job_manifest
                     order by job, started_at desc, manifest_id desc
                    """)
                .query(JobsQueries::last)
                .list()
                .stream()
                .collect(Collectors.toMap(last -> last.run().job(), Function.identity())));
  }

  private static Last last(ResultSet row, int number) throws SQLException {
    return new Last(RunQueries.run(row, number), row.getTimestamp("as_of").toInstant());
  }

  private JobView shown(JobGuide.Entry entry, Optional<Last> last) {
    String job = entry.job();
    boolean working = desk.begun(job) || reading.read(() -> running.atWork(job));
    return new JobView(
        job,
        entry.title(),
        entry.does(),
        timetable.of(job).stream().map(JobsQueries::time).toList(),
        working,
        working ? progress(job, last) : null,
        last.map(Last::run).orElse(null),
        working ? "" : last.map(found -> trouble(found.run())).orElse(""),
        working ? "" : desk.said(job).map(JobsQueries::said).orElse(""));
  }

  /** A run that stopped before is not the one that waits now. */
  private @Nullable View progress(String job, Optional<Last> last) {
    return running
        .find(job)
        .filter(
            at ->
                !at.stopping()
                    || last.map(Last::run)
                        .filter(run -> run.status().equals("running"))
                        .filter(run -> run.id() == at.manifestId())
                        .isPresent())
        .map(JobsQueries::view)
        .orElse(null);
  }

  private static String said(JobsDesk.Said said) {
    return Shown.moment(said.at()) + ": " + said.sentence();
  }

  private static String time(Timetable.Line line) {
    String words = Character.toUpperCase(line.words().charAt(0)) + line.words().substring(1);
    return line.next().map(next -> words + "; next on " + Shown.moment(next)).orElse(words);
  }

  private static View view(Progress at) {
    String words = at.done() + " of " + at.steps() + " steps done";
    if (!at.step().isEmpty()) {
      words += "; now: " + RunQueries.inWords(at.step()).toLowerCase(Locale.ROOT);
    }
    if (at.rowsRead() > 0) {
      words += String.format(Locale.UK, ", %,d rows read", at.rowsRead());
    }
    return new View(words, at.done(), at.steps(), at.stopping());
  }

  /** Asked only of a job that is not at work, so that "running" means the program ended first. */
  static String trouble(RunQueries.Run run) {
    if (run.status().equals("running") || ManifestStore.INTERRUPTED.equals(run.message())) {
      return "The program ended while it ran. What was finished is kept.";
    }
    if (!run.status().equals("failed") && !run.status().equals(RunQueries.STOPPED)) {
      return "";
    }
    Matcher stopped = STOPPED.matcher(run.message());
    if (stopped.find()) {
      return "It was stopped by a person" + in(stopped.group(1)) + ". What was finished is kept.";
    }
    Matcher failed = FAILED.matcher(run.message());
    return failed.find()
        ? "It failed" + in(failed.group(1)) + ". What was finished is kept."
        : "It failed before its first step. Look at the operation page.";
  }

  private static String in(@Nullable String step) {
    return step == null
        ? ""
        : " in the step \u201c" + RunQueries.inWords(step).toLowerCase(Locale.ROOT) + "\u201d";
  }
}
