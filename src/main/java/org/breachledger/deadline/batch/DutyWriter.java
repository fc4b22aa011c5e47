package org.breachledger.deadline.batch;

import org.breachledger.calendar.AsOf;
import org.breachledger.incident.store.StageUpdate;
import org.breachledger.incident.store.StageValues;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the verdicts of an incident's duties beside it, with the as-of they were judged at. */
public class DutyWriter implements ItemWriter<JudgedIncident> {

  private final StageUpdate update;
  private final AsOf asOf;

  /** Writes within the transaction of the chunk. */
  public DutyWriter(JdbcTemplate jdbc, AsOf asOf) {
    this.update = new StageUpdate(jdbc, DutyColumns.COLUMNS, "stale_duties = false");
    this.asOf = asOf;
  }

  @Override
  public void write(Chunk<? extends JudgedIncident> chunk) {
    update.write(
        chunk.getItems().stream()
            .map(
                judged ->
                    new StageValues(
                        judged.incident(),
                        DutyColumns.values(judged.facts(), judged.verdicts(), asOf)))
            .toList());
  }
}
