package org.breachledger.reporting.batch;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.store.CasePapers;
import org.breachledger.reporting.store.ComparedTypes;
import org.breachledger.reporting.store.PaperSource;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Writes the papers: one for the governors of each confirmed school, one for the board, and the
 * working list behind it [002].
 */
@Configuration(proxyBeanMethods = false)
class WriteReportsStep {

  private final JdbcClient jdbc;
  private final PaperDesk desk;
  private final Imprints imprints;
  private final CasePapers cases;
  private final PaperProgress progress;

  WriteReportsStep(
      JdbcClient jdbc,
      PaperDesk desk,
      Imprints imprints,
      CasePapers cases,
      PaperProgress progress) {
    this.progress = progress;
    this.jdbc = jdbc;
    this.desk = desk;
    this.imprints = imprints;
    this.cases = cases;
  }

  @Bean
  Step writeGovernorReports(JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("writeGovernorReports", repository)
        .tasklet(
            (contribution, context) -> {
              PaperSource source = source(contribution);
              List<Integer> schools = source.confirmedSchools();
              desk.publish(
                  manifest(contribution),
                  schools.stream()
                      .map(school -> new AddressedPaper(source.governors(school), school)),
                  () -> {
                    contribution.incrementWriteCount(1);
                    progress.at((int) contribution.getWriteCount(), schools.size());
                  });
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step writeBoardReport(JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("writeBoardReport", repository)
        .tasklet(
            (contribution, context) -> {
              desk.publish(manifest(contribution), source(contribution).board(), 0);
              contribution.incrementWriteCount(1);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step writeWorkingGroupReport(JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("writeWorkingGroupReport", repository)
        .tasklet(
            (contribution, context) -> {
              desk.publish(manifest(contribution), cases.workingGroup(0, source(contribution)), 0);
              contribution.incrementWriteCount(1);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private PaperSource source(StepContribution contribution) {
    JobParameters run = contribution.getStepExecution().getJobParameters();
    Halves halves = imprints.halves(LocalDate.parse(run.getString("anchor", "")));
    AsOf asOf = AsOf.parse(run.getString("asOf", ""));
    int edition = desk.edition(manifest(contribution), halves.end());
    return desk.source(
        imprints.of(halves, asOf, edition), ComparedTypes.of(jdbc, manifest(contribution)));
  }

  private static long manifest(StepContribution contribution) {
    return contribution.getStepExecution().getJobParameters().getLong("manifest", 0L);
  }
}
