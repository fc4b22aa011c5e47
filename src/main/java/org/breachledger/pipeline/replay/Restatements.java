package org.breachledger.pipeline.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says which published numbers the record no longer bears out: rows that came in late, were taken
 * back or are judged otherwise change a half that governors have already read.
 *
 * <p>Published papers stay as they are; whoever reads the next one is told.
 */
public final class Restatements {

  private final JdbcClient jdbc;
  private final RecurrenceRegister register;

  /** Call within a transaction. */
  public Restatements(JdbcClient jdbc, RecurrenceRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** The newest published comparison of each anchor against the record, the oldest anchor first. */
  public List<Restated> list() {
    List<Restated> restated = new ArrayList<>();
    ComparedRun.published(jdbc).forEach(run -> restated.addAll(of(run)));
    return restated;
  }

  private List<Restated> of(ComparedRun run) {
    Map<String, KeptRow> published = new LinkedHashMap<>(KeptRow.ofRun(jdbc, run.id()));
    List<Restated> restated = new ArrayList<>();
    for (Recurrence row : register.compare(run.windows())) {
      KeptRow now = KeptRow.of(row);
      KeptRow before = published.remove(now.key());
      boolean nothing = before == null && now.previous() + now.current() == 0;
      if (!nothing && (before == null || !before.agrees(now))) {
        restated.add(new Restated(run.id(), run.windows().end(), before, now));
      }
    }
    published.values().stream()
        .filter(gone -> gone.previous() + gone.current() > 0)
        .forEach(gone -> restated.add(new Restated(run.id(), run.windows().end(), gone, null)));
    return restated;
  }
}
