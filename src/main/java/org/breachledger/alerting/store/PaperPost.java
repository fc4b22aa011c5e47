package org.breachledger.alerting.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.DeliveryPlan;
import org.breachledger.alerting.DeliveryPlan.PaperAddress;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.OutboxMessage.Purpose;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.PaperForm;
import org.breachledger.alerting.PaperLock;
import org.breachledger.alerting.PaperMessage;
import org.breachledger.alerting.PlannedMail;
import org.breachledger.alerting.PlannedMail.Fate;
import org.breachledger.alerting.PublishedPaper;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.Subscriptions;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts published papers into the outbox: the newest of each kind and school, to everybody who
 * subscribes to it, each once. Every method must run inside a transaction.
 */
public final class PaperPost {

  /**
   * Of finished runs only; a half has nothing to tell only where nothing is missing, and no
   * incident or near miss is without a date.
   */
  private static final String NEWEST =
      """
      select distinct on (p.report, p.school_id) p.paper_id, p.report, p.school_id, p.title,
        p.anchor, p.edition, p.created_at, coalesce(s.name, '') as school,
        (select count(*) > 0 and bool_and(r.current = 0 and r.near_misses_current = 0
            and r.verdict <> 'INSUFFICIENT_DATA' and coalesce(r.left_out, 0) = 0)
          from recurrence_result r
          where r.manifest_id = p.manifest_id and r.school_id = p.school_id and r.sub_type = '')
          and not exists (select from incident_glance g
            where g.day is null and g.counted_as in ('incident', 'near-miss')
              and (p.school_id = 0 or g.school_id = p.school_id))
          as nothing
      from report_paper p
      join job_manifest m on m.manifest_id = p.manifest_id
      left join school s on s.school_id = p.school_id
      where m.status = 'done' and p.report <> 'alert-pack' and (? or p.anchor = ?)
      order by p.report, p.school_id, p.anchor desc, p.edition desc, p.paper_id desc
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Subscriptions subscriptions;
  private final List<Recipient> recipients;
  private final AddressBook addresses;
  private final PaperLock lock;
  private final AuditTrail audit;

  /** A post with its subscriptions and the installation's recipients. */
  public PaperPost(
      JdbcClient jdbc,
      Subscriptions subscriptions,
      List<Recipient> recipients,
      AddressBook addresses,
      PaperLock lock,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.outbox = new Outbox(jdbc);
    this.subscriptions = subscriptions;
    this.recipients = List.copyOf(recipients);
    this.addresses = addresses;
    this.lock = lock;
    this.audit = audit;
  }

  /**
   * Who would get what; nothing is written.
   *
   * @param anchor the papers about the half before this day; empty for the newest
   */
  public DeliveryPlan plan(Optional<LocalDate> anchor) {
    Set<PaperAddress> written = new HashSet<>(written());
    return DeliveryPlan.of(
        papers(anchor),
        subscriptions,
        recipients,
        new KnownSchools(jdbc),
        written::contains,
        recipient -> lock.password(recipient).isPresent());
  }

  /**
   * Writes a message for each paper and recipient that has none: all of them, or after a failure
   * none.
   *
   * @param at when they are composed: the date they carry
   */
  public DeliveryPlan queue(Optional<LocalDate> anchor, Instant at) {
    DeliveryPlan plan = plan(anchor);
    List<PlannedMail> fresh = plan.of(Fate.TO_SEND);
    fresh.forEach(mail -> outbox.put(message(mail, at)));
    fresh.stream()
        .map(PlannedMail::paper)
        .distinct()
        .forEach(
            paper ->
                audit.append(
                    "breachledger",
                    "deliver",
                    "paper " + paper.paperId(),
                    AuditDetails.none().and("recipients", recipientsOf(paper, fresh))));
    return plan;
  }

  private static long recipientsOf(PublishedPaper paper, List<PlannedMail> mails) {
    return mails.stream().filter(mail -> mail.paper().equals(paper)).count();
  }

  private OutboxMessage message(PlannedMail mail, Instant at) {
    PublishedPaper paper = mail.paper();
    String role = mail.recipient().role();
    int place = places(paper.paperId()) + 1;
    return new OutboxMessage(
        "paper-%d.%s-%d.%s@%s"
            .formatted(paper.paperId(), role, place, UUID.randomUUID(), addresses.domain()),
        OutboxMessage.NO_ALERT,
        role,
        place,
        mail.recipient().address(),
        PaperMessage.compose(paper, mail.subscription(), mail.form(), addresses.pages()),
        paper.fileName() + "-" + role + "-" + place,
        attached(mail),
        at,
        0,
        Purpose.paper(paper.paperId()));
  }

  /** Encrypted when it is written, so that every attempt sends the same bytes. */
  private Optional<Pack> attached(PlannedMail mail) {
    if (mail.form() == PaperForm.LINK) {
      return Optional.empty();
    }
    byte[] pdf =
        jdbc.sql("select content from report_paper where paper_id = ?")
            .param(mail.paper().paperId())
            .query(byte[].class)
            .single();
    if (mail.form() == PaperForm.PROTECTED) {
      pdf = lock.locked(pdf, lock.password(mail.recipient()).orElseThrow());
    }
    return Optional.of(new Pack(mail.paper().fileName() + ".pdf", pdf));
  }

  private int places(long paperId) {
    return jdbc.sql(
            "select coalesce(max(recipient_place), 0) from outbox_message where paper_id = ?")
        .param(paperId)
        .query(Integer.class)
        .single();
  }

  private List<PaperAddress> written() {
    return jdbc.sql(
            "select paper_id, lower(recipient) as address from outbox_message"
                + " where paper_id is not null")
        .query(PaperAddress.class)
        .list();
  }

  private List<PublishedPaper> papers(Optional<LocalDate> anchor) {
    return jdbc.sql(NEWEST)
        .param(1, anchor.isEmpty())
        .param(2, anchor.map(Date::valueOf).orElse(null), Types.DATE)
        .query(PaperPost::paper)
        .list();
  }

  private static PublishedPaper paper(ResultSet row, int number) throws SQLException {
    return new PublishedPaper(
        row.getLong("paper_id"),
        row.getString("report"),
        row.getInt("school_id"),
        row.getString("school"),
        row.getString("title"),
        row.getObject("anchor", LocalDate.class),
        row.getInt("edition"),
        row.getTimestamp("created_at").toInstant(),
        row.getBoolean("nothing"));
  }
}
