package org.breachledger.severity.batch;

import org.breachledger.incident.store.StageUpdate;
import org.breachledger.incident.store.StageValues;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores scores with their reasons; the declared score stays beside them, untouched. */
public final class SeverityWriter implements ItemWriter<ScoredIncident> {

  private static final String MARKS =
      "stale_score = false, stale_duties = true, open_duties = true";

  private final StageUpdate update;
  private final String policy;

  /** Writes within the transaction of the chunk, naming the policy and its version. */
  public SeverityWriter(JdbcTemplate jdbc, String policy) {
    this.update = new StageUpdate(jdbc, SeverityColumns.COLUMNS, MARKS);
    this.policy = policy;
  }

  @Override
  public void write(Chunk<? extends ScoredIncident> chunk) {
    update.write(
        chunk.getItems().stream()
            .map(
                scored ->
                    new StageValues(
                        scored.incident(), SeverityColumns.values(scored.severity(), policy)))
            .toList());
  }
}
