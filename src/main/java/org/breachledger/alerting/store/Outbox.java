package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.BackOff;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Pack;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The messages of the trust the transaction carries, kept whole before any leaves. Every method
 * must run inside a transaction.
 */
public final class Outbox {

  /** What destruction leaves of a text; it is nobody's message any more. */
  static final String DESTROYED = "[destroyed]";

  private final JdbcClient jdbc;

  /** An outbox in this database. */
  public Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a message to be sent; false where this alert has one for this recipient and occasion
   * already, or this paper one for this address.
   */
  public boolean put(OutboxMessage message) {
    long paper = message.purpose().paperId();
    return jdbc.sql(
                """
                insert into outbox_message (message_id, alert_id, recipient_role,
                    recipient_place, recipient, subject, body, file_name, attachment_name,
                    attachment, created_at, next_attempt_at, channel, occasion, paper_id)
                values (:id, :alert, :role, :place, :address,
                    :subject, :body, :file, :packName, :pack, :at, :at, :channel, :occasion, :paper)
                on conflict do nothing
                """)
            .param("id", message.messageId())
            .param("alert", message.alertId() == OutboxMessage.NO_ALERT ? null : message.alertId())
            .param("role", message.role())
            .param("place", message.place())
            .param("address", message.address())
            .param("subject", message.message().subject())
            .param("body", message.message().body())
            .param("file", message.fileName())
            .param("packName", message.pack().map(Pack::fileName).orElse(null))
            .param("pack", message.pack().map(Pack::pdf).orElse(null))
            .param("at", Timestamp.from(message.createdAt()))
            .param("channel", message.purpose().channel())
            .param("occasion", message.purpose().occasion())
            .param("paper", paper == OutboxMessage.NO_PAPER ? null : paper)
            .update()
        == 1;
  }

  /**
   * The next message whose time has come, locked until the transaction ends, so that nobody else
   * sends it meanwhile; empty where none is due. One never tried is always due, whatever moment it
   * was composed for.
   */
  public Optional<OutboxMessage> takeNext(Instant at) {
    return jdbc.sql(
            """
            select * from outbox_message
             where state = 'waiting' and (attempts = 0 or next_attempt_at <= ?) and body <> ?
             order by next_attempt_at, created_at, message_id
             limit 1 for update skip locked
            """)
        .params(Timestamp.from(at), DESTROYED)
        .query(Outbox::message)
        .optional();
  }

  /** Notes that a message has left; it never leaves again. */
  public void done(OutboxMessage message, String state, Instant at) {
    jdbc.sql(
            """
            update outbox_message set state = :state, attempts = attempts + 1, recipient = :address,
                done_at = :at, last_error = null
             where message_id = :id
            """)
        .param("state", state)
        .param("address", message.address())
        .param("at", Timestamp.from(at))
        .param("id", message.messageId())
        .update();
  }

  /** Notes a failed attempt: the message waits, each time longer, and is dead after the last. */
  public void failed(OutboxMessage message, String sentence, Instant at) {
    Optional<Duration> wait = BackOff.after(message.failed() + 1);
    jdbc.sql(
            """
            update outbox_message set state = :state, attempts = attempts + 1,
                next_attempt_at = :next, last_error = :error
             where message_id = :id
            """)
        .param("state", wait.isPresent() ? "waiting" : "dead")
        .param("next", Timestamp.from(at.plus(wait.orElse(Duration.ZERO))))
        .param("error", sentence)
        .param("id", message.messageId())
        .update();
  }

  /**
   * Lets every waiting and dead message be tried again at once, as after a setting was put right.
   * One whose text was destroyed stays as it is: {@link OutboxList#destroyed} tells of it.
   */
  public int retryAll(Instant at) {
    return jdbc.sql(
            """
            update outbox_message set state = 'waiting', attempts = 0, next_attempt_at = ?
             where state in ('waiting', 'dead') and body <> ?
            """)
        .params(Timestamp.from(at), DESTROYED)
        .update();
  }

  private static OutboxMessage message(ResultSet row, int number) throws SQLException {
    String pack = row.getString("attachment_name");
    return new OutboxMessage(
        row.getString("message_id"),
        row.getLong("alert_id"),
        row.getString("recipient_role"),
        row.getInt("recipient_place"),
        row.getString("recipient"),
        new AlertMessage(row.getString("subject"), row.getString("body")),
        row.getString("file_name"),
        pack == null ? Optional.empty() : Optional.of(new Pack(pack, row.getBytes("attachment"))),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("attempts"),
        new OutboxMessage.Purpose(
            row.getString("channel"), row.getString("occasion"), row.getLong("paper_id")));
  }
}
