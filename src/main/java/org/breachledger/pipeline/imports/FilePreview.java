package org.breachledger.pipeline.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows what taking files in would do: a rehearsal of the register, in one transaction that is
 * rolled back from its first moment and in which the database itself, once there are rows to take,
 * refuses to write.
 *
 * <p>Each file is judged as if those before it had been taken in. Real imports are not held up, and
 * what they store meanwhile is not seen.
 */
final class FilePreview {

  private final LogReader reader;
  private final IncidentRegister register;
  private final ImportRecords records;
  private final StoredAccessLog accesses;
  private final TransactionTemplate unkept;
  private final String policy;

  FilePreview(
      LogReader reader,
      IncidentRegister register,
      ImportRecords records,
      StoredAccessLog accesses,
      TransactionTemplate transactions,
      String policy) {
    this.reader = reader;
    this.register = register;
    this.records = records;
    this.accesses = accesses;
    this.unkept =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    this.unkept.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.policy = policy;
  }

  List<ImportedFile> of(List<Path> files, ImportOptions options, PreviewSink sink) {
    List<ImportedFile> all = new ArrayList<>();
    unkept.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          PreviewRun run =
              new PreviewRun(
                  reader,
                  records,
                  accesses,
                  policy,
                  () -> register.rehearse(options.asOf().day()),
                  status);
          for (Path file : files) {
            ImportedFile done = run.file(file, options, sink);
            all.add(done);
            sink.done(done);
          }
        });
    return all;
  }
}
