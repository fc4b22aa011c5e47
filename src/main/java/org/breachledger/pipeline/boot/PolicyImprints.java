package org.breachledger.pipeline.boot;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditAnchor;
import org.breachledger.record.AuditHead;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.HouseStyle;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.Titles;
import org.breachledger.reporting.batch.Imprints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What papers say about themselves under the policy at work, in the policy's own titles. */
final class PolicyImprints implements Imprints {

  private final Trusts trusts;
  private final PolicyProfile policy;
  private final Supplier<HouseStyle> style;
  private final JdbcClient jdbc;

  PolicyImprints(Trusts trusts, PolicyProfile policy, Supplier<HouseStyle> style, JdbcClient jdbc) {
    this.trusts = trusts;
    this.policy = policy;
    this.style = style;
    this.jdbc = jdbc;
  }

  @Override
  public Imprint of(Halves halves, AsOf asOf, int edition) {
    String name = trusts.get().name();
    return new Imprint(
        name.isBlank() ? "This trust" : name,
        halves,
        asOf,
        policy.title(),
        policy.version(),
        titles(),
        edition,
        auditHead(),
        style.get());
  }

  @Override
  public Halves halves(LocalDate anchor) {
    return new Halves(Windows.at(anchor, policy.review().months()));
  }

  private Titles titles() {
    return new Titles(
        policy.findTitle("head").orElse("Headteacher"),
        policy.findTitle("data-lead").orElse("Data Protection Lead"),
        policy.findTitle("dpo").orElse("Data Protection Officer"),
        policy.findTitle("governing-body").orElse("governing body"),
        policy.labels().get(policy.labels().size() - 1).label());
  }

  private @Nullable String auditHead() {
    return jdbc.sql("select seq, hash from audit_head")
        .query(AuditHead.class)
        .optional()
        .map(AuditAnchor::printed)
        .orElse(null);
  }
}
