package org.breachledger.pipeline.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.boot.Trusts;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.setup.UsablePolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows which policy the record is judged by, and takes another. */
@Command(name = "policy", description = "show the policies and the one in force, or take another")
final class PolicyCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      shown(installation.get(Trusts.class).get().policy());
    }
    return ExitCode.DONE;
  }

  @Command(name = "use", description = "judge the whole record by another policy from now on")
  int use(
      @Parameters(paramLabel = "NAME", description = "one of those the command policy lists")
          String name,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who decided it")
          String by)
      throws Exception {
    String account = CaseSession.oneLine("--by", by);
    PolicyProfile profile = UsablePolicy.read(door.tables(), name);
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      if (installation.get(Trusts.class).get().policy().equals(name)) {
        answer("nothing-changed", profile.title() + " is in force already.");
        return ExitCode.DONE;
      }
      follow(installation, profile, account);
    }
    assessAnew();
    answer(
        "done",
        profile.title()
            + " "
            + profile.version()
            + " is in force; the whole record was judged by it. Start serve again where it runs.");
    return ExitCode.DONE;
  }

  private static void follow(Installation installation, PolicyProfile profile, String account) {
    Trusts trusts = installation.get(Trusts.class);
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              trusts.follow(profile.name());
              installation
                  .get(AuditTrail.class)
                  .append(
                      account,
                      "use-policy",
                      "trust",
                      AuditDetails.none()
                          .and("policy", profile.name())
                          .and("version", profile.version()));
            });
  }

  private void assessAnew() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      installation.get(Assessment.class).run(door.asOf(installation.get(Clock.class)));
    }
  }

  private void shown(String inForce) {
    List<String> lines = new ArrayList<>();
    List<Map<String, Object>> policies = new ArrayList<>();
    for (String name : PolicyProfile.list(door.tables())) {
      PolicyProfile profile = PolicyProfile.read(door.tables(), name);
      Map<String, Object> policy = new LinkedHashMap<>();
      policy.put("name", name);
      policy.put("title", profile.title());
      policy.put("version", profile.version());
      policy.put("inForce", name.equals(inForce));
      policies.add(policy);
      lines.add(
          (name.equals(inForce) ? "* " : "  ")
              + name
              + "  "
              + profile.title()
              + " "
              + profile.version());
    }
    if (door.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("command", "policy");
      document.put("status", "done");
      document.put("outputs", List.of());
      document.put("messages", List.of(inForce + " is in force"));
      document.put("policies", policies);
      Answer.print(document);
    } else {
      new Answer("policy", "done", List.of(), lines).print(false);
    }
  }

  private void answer(String status, String sentence) {
    new Answer("policy use", status, List.of(), List.of(sentence)).print(door.json());
  }
}
