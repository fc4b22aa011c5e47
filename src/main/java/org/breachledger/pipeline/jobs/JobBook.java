package org.breachledger.pipeline.jobs;

import org.breachledger.recurrence.batch.ComparedBefore;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs, each a sentence of steps. */
@Configuration(proxyBeanMethods = false)
class JobBook {

  private final JobRepository repository;

  JobBook(JobRepository repository) {
    this.repository = repository;
  }

  /**
   * Typing, repeats, scores and deadlines, in the order in which one needs the other: nothing is
   * compared, printed or warned of that is not judged by the tables in force.
   */
  record Assessing(Step types, Step repeats, Step scores, Step deadlines) {

    /** After what goes before. */
    SimpleJobBuilder after(SimpleJobBuilder before) {
      return before.next(types).next(repeats).next(scores).next(deadlines);
    }

    /** As the first of a job. */
    SimpleJobBuilder begin(JobBuilder job) {
      return job.start(types).next(repeats).next(scores).next(deadlines);
    }
  }

  @Bean
  Assessing assessing(
      Step normaliseTypes, Step findRepeats, Step rescoreSeverity, Step flagDeadlines) {
    return new Assessing(normaliseTypes, findRepeats, rescoreSeverity, flagDeadlines);
  }

  /** What was dropped is read; what is new or changed is typed, scored and timed. */
  @Bean("nightly")
  Job nightly(Step importFiles, Assessing assessing) {
    return assessing.after(job("nightly").start(importFiles)).build();
  }

  /** What an import brought is typed, scored and timed. */
  @Bean("assess")
  Job assess(Assessing assessing) {
    return assessing.begin(job("assess")).build();
  }

  /** This six months against the last, the papers about it, and word to the analyst. */
  @Bean("half-yearly")
  Job halfYearly(
      Assessing assessing,
      Step compareRecurrence,
      Step settleAlerts,
      Step writeGovernorReports,
      Step writeBoardReport,
      Step writeWorkingGroupReport,
      Step raiseAlerts,
      Step sendAlerts) {
    return assessing
        .begin(job("half-yearly"))
        .next(compareRecurrence)
        .next(settleAlerts)
        .next(writeGovernorReports)
        .next(writeBoardReport)
        .next(writeWorkingGroupReport)
        .next(raiseAlerts)
        .next(sendAlerts)
        .build();
  }

  /**
   * The same once logs have come that were not there yet; where the halves are as they were, nobody
   * is told anything again.
   */
  @Bean("half-yearly-again")
  Job halfYearlyAgain(
      Assessing assessing,
      Step compareAgain,
      Step settleAlerts,
      Step writeGovernorReports,
      Step writeBoardReport,
      Step writeWorkingGroupReport,
      Step raiseAlerts,
      Step sendAlerts) {
    return assessing
        .begin(job("half-yearly-again"))
        .next(compareAgain)
        .on(ComparedBefore.UNCHANGED.getExitCode())
        .end()
        .from(compareAgain)
        .on(ExitStatus.COMPLETED.getExitCode())
        .to(settleAlerts)
        .next(writeGovernorReports)
        .next(writeBoardReport)
        .next(writeWorkingGroupReport)
        .next(raiseAlerts)
        .next(sendAlerts)
        .end()
        .build();
  }

  @Bean("governor-reports")
  Job governorReports(Assessing assessing, Step compareRecurrence, Step writeGovernorReports) {
    return assessing
        .begin(job("governor-reports"))
        .next(compareRecurrence)
        .next(writeGovernorReports)
        .build();
  }

  @Bean("board-report")
  Job boardReport(Assessing assessing, Step compareRecurrence, Step writeBoardReport) {
    return assessing
        .begin(job("board-report"))
        .next(compareRecurrence)
        .next(writeBoardReport)
        .build();
  }

  @Bean("working-group-report")
  Job workingGroupReport(
      Assessing assessing, Step compareRecurrence, Step writeWorkingGroupReport) {
    return assessing
        .begin(job("working-group-report"))
        .next(compareRecurrence)
        .next(writeWorkingGroupReport)
        .build();
  }

  /** Warns of deadlines before, at and after their moment. */
  @Bean("watch-deadlines")
  Job watchDeadlines(
      Assessing assessing, Step warnOfDeadlines, Step tellOfDeadlines, Step sendAlerts) {
    return assessing
        .begin(job("watch-deadlines"))
        .next(warnOfDeadlines)
        .next(tellOfDeadlines)
        .next(sendAlerts)
        .build();
  }

  /** Published papers go to those who subscribe to them; alerts nobody reads escalate. */
  @Bean("deliver-papers")
  Job deliverPapers(Step queuePapers, Step escalateAlerts, Step sendAlerts) {
    return job("deliver-papers").start(queuePapers).next(escalateAlerts).next(sendAlerts).build();
  }

  /** Learns breach types from what persons confirmed; a person switches the new version on. */
  @Bean("learn-types")
  Job learnTypes(Step learnTypes) {
    return job("learn-types").start(learnTypes).build();
  }

  private JobBuilder job(String name) {
    return new JobBuilder(name, repository);
  }
}
