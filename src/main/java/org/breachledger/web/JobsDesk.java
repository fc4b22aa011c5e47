package org.breachledger.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs behind the pages for whoever asks, each once at a time. At the end of the program they
 * are asked to stop, and go on when somebody runs them again.
 */
final class JobsDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobsDesk.class);

  /** Each holds a connection while it works or waits; the pages need the others. */
  private static final int AT_ONCE = 2;

  private static final Duration LAST_PIECE = Duration.ofSeconds(60);

  private final Runs runs;
  private final RunningJobs running;
  private final CurrentTrust trust;
  private final Clock clock;
  private final Set<Asked> begun = ConcurrentHashMap.newKeySet();
  private final Map<Asked, Said> answers = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), JobsDesk::daemon);

  JobsDesk(Runs runs, RunningJobs running, CurrentTrust trust, Clock clock) {
    this.runs = runs;
    this.running = running;
    this.trust = trust;
    this.clock = clock;
  }

  private record Asked(int trustId, String job) {}

  /** What became of a run that left no manifest of its own. */
  record Said(Instant at, String sentence) {}

  /** Begins the run; false where the job is at work already, here or elsewhere. */
  boolean begin(RunRequest request) {
    Asked asked = asked(request.job());
    if (!begun.add(asked)) {
      return false;
    }
    boolean given = false;
    try {
      if (!running.atWork(request.job())) {
        answers.remove(asked);
        background.execute(() -> trust.within(asked.trustId(), () -> work(asked, request)));
        given = true;
      }
    } finally {
      if (!given) {
        begun.remove(asked);
      }
    }
    return given;
  }

  /** Whether somebody asked for the job here and it has not ended. */
  boolean begun(String job) {
    return begun.contains(asked(job));
  }

  /** What is to be said of the last run asked for here, where its manifest does not say it. */
  Optional<Said> said(String job) {
    return Optional.ofNullable(answers.get(asked(job)));
  }

  private Asked asked(String job) {
    return new Asked(trust.get(), job);
  }

  private boolean work(Asked asked, RunRequest request) {
    try {
      RunOutcome outcome = runs.run(request);
      if (outcome.status() == RunOutcome.Status.NOTHING_CHANGED) {
        say(asked, "Nothing has changed since the last run, so there was nothing to do again.");
      } else if (outcome.status() == RunOutcome.Status.BUSY) {
        say(asked, "It was already running elsewhere and did not end in time. Run it again later.");
      }
      return true;
    } catch (Exception e) {
      // The message may quote what was read.
      LOG.error("the job {} could not be run: {}", asked.job(), e.getClass().getSimpleName());
      say(asked, "It could not be started. Look at the operation page, then run it again.");
      return false;
    } finally {
      begun.remove(asked);
    }
  }

  private void say(Asked asked, String sentence) {
    answers.put(asked, new Said(clock.instant(), sentence));
  }

  @Override
  public void close() throws InterruptedException {
    background.shutdown();
    for (Asked asked : begun) {
      trust.within(asked.trustId(), () -> running.stop(asked.job()));
    }
    if (!background.awaitTermination(LAST_PIECE.toSeconds(), TimeUnit.SECONDS)) {
      background.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "jobs-asked-for");
    thread.setDaemon(true);
    return thread;
  }
}
