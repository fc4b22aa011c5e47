package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.alerting.store.OutboxList.Line;
import org.breachledger.calendar.London;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the messages that have not left, and lets them be tried again at once. No address. */
@Command(name = "messages", description = "list the messages that have not left, or try them again")
final class MessagesCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--all", description = "those that left too")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    try (AlertSession session = new AlertSession(door, "messages")) {
      OutboxList outbox = new OutboxList(session.get(JdbcClient.class));
      List<Line> lines = session.inTransaction(all ? outbox::all : outbox::waiting);
      String count = lines.size() + (lines.size() == 1 ? " message" : " messages");
      return session.answer(
          "outbox",
          lines.stream().map(MessagesCommand::row).toList(),
          List.of(all ? count : count + " not left"),
          lines.stream().map(MessagesCommand::sentence).toList(),
          ExitCode.DONE);
    }
  }

  @Command(name = "retry", description = "try every message that has not left at once")
  int retry() throws Exception {
    try (AlertSession session = new AlertSession(door, "messages retry")) {
      Outbox outbox = new Outbox(session.get(JdbcClient.class));
      session.inTransaction(
          () ->
              session
                  .get(AuditTrail.class)
                  .append(
                      "command line",
                      "retry-messages",
                      "messages",
                      AuditDetails.none().and("messages", outbox.retryAll(session.now()))));
      Delivery.Outcome outcome = session.deliver();
      OutboxList list = new OutboxList(session.get(JdbcClient.class));
      List<Line> left = session.inTransaction(list::waiting);
      List<String> said =
          new ArrayList<>(List.of(outcome.left() + " left, " + left.size() + " not"));
      session.inTransaction(list::destroyed).ifPresent(said::add);
      return session.answer(
          "outbox",
          left.stream().map(MessagesCommand::row).toList(),
          said,
          left.stream().map(MessagesCommand::sentence).toList(),
          left.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED);
    }
  }

  private static Map<String, @Nullable Object> row(Line line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("message_id", line.messageId());
    row.put("channel", line.channel());
    row.put("occasion", line.occasion());
    row.put("alert_id", line.alertId() == 0 ? null : line.alertId());
    row.put("paper_id", line.paperId() == 0 ? null : line.paperId());
    row.put("role", line.role());
    row.put("subject", line.subject());
    row.put("state", line.state());
    row.put("attempts", line.attempts());
    row.put("created_at", London.written(line.created()));
    row.put("next_attempt_at", line.nextAttempt().map(London::written).orElse(null));
    row.put("done_at", line.done().map(London::written).orElse(null));
    row.put("error", line.error().isEmpty() ? null : line.error());
    return row;
  }

  private static String sentence(Line line) {
    return line.state()
        + "  "
        + line.role()
        + "  "
        + line.subject()
        + "  "
        + line.attempts()
        + (line.attempts() == 1 ? " attempt" : " attempts")
        + line.nextAttempt().map(at -> ", next " + London.written(at)).orElse("")
        + (line.error().isEmpty() ? "" : "  " + line.error());
  }
}
