package org.breachledger.pipeline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.alerting.DeliveryPlan;
import org.breachledger.alerting.DeliveryPlan.PaperAddress;
import org.breachledger.alerting.PlannedMail;
import org.breachledger.alerting.PlannedMail.Fate;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.alerting.store.OutboxList.Line;
import org.breachledger.alerting.store.PaperPost;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Sends the published papers to those who subscribe to them, each once; what cannot leave holds up
 * nobody else, is listed and is tried again.
 */
@Command(name = "deliver", description = "send published papers to those who subscribe to them")
final class DeliverCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--dry-run", description = "say who would get what, and send nothing")
  private boolean dryRun;

  @Option(
      names = "--anchor",
      paramLabel = "D",
      description = "the papers about the half before this day (default: the newest)")
  private @Nullable LocalDate anchor;

  @Override
  public Integer call() throws Exception {
    try (AlertSession session = new AlertSession(door, "deliver")) {
      PaperPost post = session.get(PaperPost.class);
      Optional<LocalDate> day = Optional.ofNullable(anchor);
      if (dryRun) {
        DeliveryPlan plan = session.inTransaction(() -> post.plan(day));
        return answer(session, plan, Map.of());
      }
      DeliveryPlan plan = session.inTransaction(() -> post.queue(day, session.now()));
      session.deliver();
      return answer(session, plan, sent(session, plan));
    }
  }

  private static Map<PlannedMail, Line> sent(AlertSession session, DeliveryPlan plan) {
    OutboxList outbox = new OutboxList(session.get(JdbcClient.class));
    return session.inTransaction(
        () -> {
          Map<PlannedMail, Line> lines = new LinkedHashMap<>();
          for (PlannedMail mail : plan.mails()) {
            outbox
                .find(PaperAddress.of(mail.paper(), mail.recipient()))
                .ifPresent(line -> lines.put(mail, line));
          }
          return lines;
        });
  }

  private int answer(AlertSession session, DeliveryPlan plan, Map<PlannedMail, Line> lines) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    int failed = 0;
    for (PlannedMail mail : plan.mails()) {
      Map<String, @Nullable Object> row = row(mail, Optional.ofNullable(lines.get(mail)));
      rows.add(row);
      failed += failed(mail, Optional.ofNullable(lines.get(mail))) ? 1 : 0;
      if (mail.fate() != Fate.WRITTEN_BEFORE
          || failed(mail, Optional.ofNullable(lines.get(mail)))) {
        said.add(sentence(row));
      }
    }
    plan.unaddressed().forEach(said::add);
    return session.answer(
        "deliveries",
        rows,
        summary(plan, failed),
        said,
        failed > 0 ? ExitCode.REFUSED : ExitCode.DONE);
  }

  private List<String> summary(DeliveryPlan plan, int failed) {
    int fresh = plan.of(Fate.TO_SEND).size();
    String count = fresh + (fresh == 1 ? " message" : " messages");
    List<String> summary = new ArrayList<>();
    summary.add(dryRun ? count + " would be sent; nothing was" : count + " written");
    int before = plan.of(Fate.WRITTEN_BEFORE).size();
    if (before > 0) {
      summary.add(before + " written before");
    }
    if (failed > 0) {
      summary.add(failed + (dryRun ? " would not leave" : " did not leave"));
    }
    int nobody = plan.unaddressed().size();
    if (nobody > 0) {
      summary.add(
          nobody
              + (nobody == 1 ? " subscription" : " subscriptions")
              + " without an address; write one into recipients.csv in the home");
    }
    return summary;
  }

  private static boolean failed(PlannedMail mail, Optional<Line> line) {
    return mail.fate() == Fate.NO_PASSWORD
        || line.filter(one -> one.state().equals("dead")).isPresent()
        || line.filter(one -> one.state().equals("waiting")).isPresent();
  }

  private static Map<String, @Nullable Object> row(PlannedMail mail, Optional<Line> line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("paper", mail.paper().paperId());
    row.put("title", mail.paper().title());
    row.put("role", mail.recipient().role());
    row.put("address", mail.recipient().address());
    row.put("form", mail.form().code());
    row.put("state", line.map(Line::state).orElseGet(() -> word(mail.fate())));
    row.put("why", line.map(Line::error).filter(error -> !error.isEmpty()).orElse(why(mail)));
    return row;
  }

  private static String word(Fate fate) {
    return switch (fate) {
      case TO_SEND -> "to-send";
      case WRITTEN_BEFORE -> "written-before";
      case NOTHING_TO_TELL -> "nothing-to-tell";
      case NO_PASSWORD -> "no-password";
    };
  }

  private static @Nullable String why(PlannedMail mail) {
    return mail.fate() == Fate.NO_PASSWORD
        ? "no password of at least 8 characters is found where recipients.csv says"
        : null;
  }

  private static String sentence(Map<String, @Nullable Object> row) {
    return row.get("address")
        + " ("
        + row.get("role")
        + "): "
        + row.get("title")
        + ", "
        + row.get("form")
        + ": "
        + row.get("state")
        + (row.get("why") == null ? "" : " - " + row.get("why"));
  }
}
