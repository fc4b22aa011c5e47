package org.breachledger.pipeline.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
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

  /** What was dropped is read; what is new or changed is typed, scored and timed. */
  @Bean("nightly")
  Job nightly(
      Step importFiles,
      Step normaliseTypes,
      Step findRepeats,
      Step rescoreSeverity,
      Step flagDeadlines) {
    return new JobBuilder("nightly", repository)
        .start(importFiles)
        .next(normaliseTypes)
        .next(findRepeats)
        .next(rescoreSeverity)
        .next(flagDeadlines)
        .build();
  }

  /** What an import brought is typed, scored and timed. */
  @Bean("assess")
  Job assess(Step normaliseTypes, Step findRepeats, Step rescoreSeverity, Step flagDeadlines) {
    return new JobBuilder("assess", repository)
        .start(normaliseTypes)
        .next(findRepeats)
        .next(rescoreSeverity)
        .next(flagDeadlines)
        .build();
  }

  /** This six months against the last, the papers about it, and word to the analyst. */
  @Bean("half-yearly")
  Job halfYearly(
      Step normaliseTypes,
      Step findRepeats,
      Step rescoreSeverity,
      Step flagDeadlines,
      Step compareRecurrence,
      Step settleAlerts,
      Step writeGovernorReports,
      Step writeBoardReport,
      Step writeWorkingGroupReport,
      Step raiseAlerts,
      Step sendAlerts) {
    return new JobBuilder("half-yearly", repository)
        .start(normaliseTypes)
        .next(findRepeats)
        .next(rescoreSeverity)
        .next(flagDeadlines)
        .next(compareRecurrence)
        .next(settleAlerts)
        .next(writeGovernorReports)
        .next(writeBoardReport)
        .next(writeWorkingGroupReport)
        .next(raiseAlerts)
        .next(sendAlerts)
        .build();
  }

  @Bean("governor-reports")
  Job governorReports(Step flagDeadlines, Step compareRecurrence, Step writeGovernorReports) {
    return new JobBuilder("governor-reports", repository)
        .start(flagDeadlines)
        .next(compareRecurrence)
        .next(writeGovernorReports)
        .build();
  }

  @Bean("board-report")
  Job boardReport(Step flagDeadlines, Step compareRecurrence, Step writeBoardReport) {
    return new JobBuilder("board-report", repository)
        .start(flagDeadlines)
        .next(compareRecurrence)
        .next(writeBoardReport)
        .build();
  }

  @Bean("working-group-report")
  Job workingGroupReport(Step flagDeadlines, Step compareRecurrence, Step writeWorkingGroupReport) {
    return new JobBuilder("working-group-report", repository)
        .start(flagDeadlines)
        .next(compareRecurrence)
        .next(writeWorkingGroupReport)
        .build();
  }

  /** Warns of deadlines before, at and after their moment. */
  @Bean("watch-deadlines")
  Job watchDeadlines(
      Step flagDeadlines, Step warnOfDeadlines, Step tellOfDeadlines, Step sendAlerts) {
    return new JobBuilder("watch-deadlines", repository)
        .start(flagDeadlines)
        .next(warnOfDeadlines)
        .next(tellOfDeadlines)
        .next(sendAlerts)
        .build();
  }

  /** Published papers go to those who subscribe to them; alerts nobody reads escalate. */
  @Bean("deliver-papers")
  Job deliverPapers(Step queuePapers, Step escalateAlerts, Step sendAlerts) {
    return new JobBuilder("deliver-papers", repository)
        .start(queuePapers)
        .next(escalateAlerts)
        .next(sendAlerts)
        .build();
  }

  /** Learns breach types from what persons confirmed; a person switches the new version on. */
  @Bean("learn-types")
  Job learnTypes(Step learnTypes) {
    return new JobBuilder("learn-types", repository).start(learnTypes).build();
  }
}
