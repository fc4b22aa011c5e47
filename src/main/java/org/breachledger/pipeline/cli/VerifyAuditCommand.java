package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditTrail;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Checks that nobody touched the audit trail. */
@Command(name = "verify-audit", description = "check the audit trail from end to end")
final class VerifyAuditCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      AuditCheck check =
          installation
              .get(TransactionTemplate.class)
              .execute(status -> installation.get(AuditTrail.class).verify());
      boolean whole = check != null && check.whole();
      new Answer(
              "verify-audit",
              whole ? "whole" : "touched",
              List.of(),
              List.of(String.valueOf(check == null ? null : check.sentence())))
          .print(door.json());
      return whole ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }
}
