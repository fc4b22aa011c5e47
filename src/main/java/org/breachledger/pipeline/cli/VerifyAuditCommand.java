package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.record.AuditAnchor;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditTrail;
import org.breachledger.record.RecordCheck;
import org.breachledger.record.RecordProof;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Checks that nobody touched the audit trail, nor the incidents behind the program's back; or one
 * incident alone.
 */
@Command(
    name = "verify-audit",
    description = "check the audit trail from end to end, and every incident against it")
final class VerifyAuditCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(
      names = "--record",
      paramLabel = "REFERENCE",
      description = "verify this incident alone, by its reference or number")
  private @Nullable String reference;

  @Option(
      names = "--head",
      paramLabel = "PRINTED",
      description = "the chain must hold this head, as a paper prints it behind the word Record")
  private List<String> heads = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    List<AuditAnchor> printed = printed();
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      AuditTrail trail = installation.get(AuditTrail.class);
      return Objects.requireNonNull(
          installation
              .get(TransactionTemplate.class)
              .execute(status -> reference == null ? all(trail, printed) : one(trail, reference)));
    }
  }

  private List<AuditAnchor> printed() {
    try {
      return heads.stream().map(head -> AuditAnchor.parse(head, "the paper named")).toList();
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private int all(AuditTrail trail, List<AuditAnchor> printed) {
    AuditCheck chain = trail.verify(printed);
    RecordCheck records = trail.verifyRecords();
    List<String> sentences = new ArrayList<>(List.of(chain.sentence()));
    if (records.whole()) {
      sentences.add(
          "Every incident is as it was recorded: "
              + records.records()
              + (records.records() == 1 ? " version." : " versions."));
    }
    sentences.addAll(records.sentences());
    return say(chain.whole() && records.whole(), sentences);
  }

  private int one(AuditTrail trail, String wanted) {
    List<RecordProof> proofs = trail.verifyRecord(wanted);
    if (proofs.isEmpty()) {
      return Answer.refuse(
          "verify-audit", "There is no incident " + wanted + " on record.", door.json());
    }
    return say(
        proofs.stream().allMatch(RecordProof::whole),
        proofs.stream().map(RecordProof::sentence).toList());
  }

  private int say(boolean whole, List<String> sentences) {
    new Answer("verify-audit", whole ? "whole" : "touched", List.of(), sentences)
        .print(door.json());
    return whole ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
