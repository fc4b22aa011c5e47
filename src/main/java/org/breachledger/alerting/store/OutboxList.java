package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.alerting.DeliveryPlan.PaperAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the messages, as people look at it. Must run inside a transaction. */
public final class OutboxList {

  /** Which have not left and can be sent, a piece of SQL: the text of no such one was destroyed. */
  public static final String SENDABLE =
      "state in ('waiting', 'dead') and body <> '" + Outbox.DESTROYED + "'";

  private static final String MESSAGES =
      """
      select message_id, channel, occasion, coalesce(alert_id, 0) as alert_id,
        coalesce(paper_id, 0) as paper_id, recipient_role, subject, state, attempts, created_at,
        next_attempt_at, done_at, coalesce(last_error, '') as error
      from outbox_message
      """;

  private final JdbcClient jdbc;

  /** The messages in this database. */
  public OutboxList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message without its address and text.
   *
   * @param alertId 0 where it tells of none
   * @param paperId 0 where it brings none
   * @param nextAttempt of one that waits
   * @param done when it left
   * @param error why it did not leave at the last attempt; empty where nothing failed
   */
  public record Line(
      String messageId,
      String channel,
      String occasion,
      long alertId,
      long paperId,
      String role,
      String subject,
      String state,
      int attempts,
      Instant created,
      Optional<Instant> nextAttempt,
      Optional<Instant> done,
      String error) {}

  /** All messages, the newest first. */
  public List<Line> all() {
    return jdbc.sql(MESSAGES + " order by created_at desc, message_id").query(this::line).list();
  }

  /** Those that have not left and can be sent: given up first, then by their next attempt. */
  public List<Line> waiting() {
    return jdbc.sql(
            MESSAGES
                + " where "
                + SENDABLE
                + " order by state, next_attempt_at, created_at, message_id")
        .query(this::line)
        .list();
  }

  /** How many have not left and can be sent. */
  public int sendable() {
    return count(SENDABLE);
  }

  /** What is said of those that have not left and never will; empty where there is none. */
  public Optional<String> destroyed() {
    int destroyed = count("state in ('waiting', 'dead') and body = '" + Outbox.DESTROYED + "'");
    return destroyed == 0
        ? Optional.empty()
        : Optional.of(
            destroyed == 1
                ? "1 message is not sent again: its text was destroyed with an incident it spoke"
                    + " of."
                : destroyed
                    + " messages are not sent again: their texts were destroyed with incidents they"
                    + " spoke of.");
  }

  private int count(String which) {
    return jdbc.sql("select count(*) from outbox_message where " + which)
        .query(Integer.class)
        .single();
  }

  /** The message that brings a paper to an address; empty where there is none. */
  public Optional<Line> find(PaperAddress to) {
    return jdbc.sql(MESSAGES + " where paper_id = ? and lower(recipient) = ?")
        .params(to.paperId(), to.address().toLowerCase(Locale.ROOT))
        .query(this::line)
        .optional();
  }

  private Line line(ResultSet row, int number) throws SQLException {
    Timestamp done = row.getTimestamp("done_at");
    boolean waits = row.getString("state").equals("waiting");
    return new Line(
        row.getString("message_id"),
        row.getString("channel"),
        row.getString("occasion"),
        row.getLong("alert_id"),
        row.getLong("paper_id"),
        row.getString("recipient_role"),
        row.getString("subject"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant(),
        waits ? Optional.of(row.getTimestamp("next_attempt_at").toInstant()) : Optional.empty(),
        done == null ? Optional.empty() : Optional.of(done.toInstant()),
        row.getString("error"));
  }
}
