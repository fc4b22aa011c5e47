package org.breachledger.pipeline.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.TakenFiles;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what lies in the drop folder, each file in a transaction of its own. */
@Configuration(proxyBeanMethods = false)
class ImportFilesStep {

  @Bean
  Inbox inbox(Home home) {
    return new Inbox(home.inbox(), Home.SETTLED);
  }

  @Bean
  Step importFiles(
      JobRepository repository,
      PlatformTransactionManager transactions,
      FileImporter importer,
      ManifestStore manifests,
      Inbox inbox,
      Home home,
      Clock clock) {
    return new StepBuilder("importFiles", repository)
        .tasklet(
            (contribution, context) -> {
              JobParameters run = contribution.getStepExecution().getJobParameters();
              ImportOptions options =
                  ImportOptions.at(AsOf.parse(run.getString("asOf", "")), home.returns());
              TakenFiles.Listing left = new TakenFiles.Listing();
              int refused = 0;
              Inbox.Waiting waiting = inbox.waiting(until(run, clock));
              for (Path dropped : waiting.files()) {
                String look = TakenFiles.Listing.look(dropped);
                Path claimed = inbox.claim(dropped).orElse(null);
                if (claimed == null) {
                  continue;
                }
                ImportedFile file = importer.take(claimed, Inbox.droppedName(claimed), options);
                if (file.importId() != null && file.sha256() != null) {
                  long importId = file.importId();
                  String hash = file.sha256();
                  new TransactionTemplate(transactions)
                      .executeWithoutResult(
                          status ->
                              manifests.addInput(run.getLong("manifest", 0L), importId, hash));
                }
                refused += file.status() == ImportedFile.Status.REFUSED ? 1 : 0;
                if (file.importId() == null) {
                  left.add(inbox.release(claimed), look);
                } else {
                  Files.deleteIfExists(claimed);
                }
                contribution.incrementWriteCount(1);
              }
              RunOutcome.keepRefused(
                  contribution.getStepExecution().getJobExecution().getExecutionContext(),
                  refused,
                  waiting.closed());
              new TakenFiles(manifests.state().rest(), left.hash())
                  .keep(contribution.getStepExecution().getJobExecution());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  /** A run made up for leaves what was dropped after its bell to the runs after it. */
  private static Instant until(JobParameters run, Clock clock) {
    String bell = run.getString("filesUntil");
    return bell == null ? clock.instant() : Instant.parse(bell);
  }
}
