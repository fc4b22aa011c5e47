package org.breachledger.normalise.batch;

import java.time.LocalDate;
import org.breachledger.incident.store.StageUpdate;
import org.breachledger.incident.store.StageValues;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores types with their evidence, and what the comparison and the search for repeats count by.
 */
public class TypeWriter implements ItemWriter<TypedIncident> {

  private static final String MARKS = "stale_type = false, stale_score = true, stale_duties = true";

  private final StageUpdate update;
  private final LocalDate asOf;

  /**
   * Writes within the transaction of the chunk.
   *
   * @param asOf the London day of the as-of: what lies after it has not happened yet
   */
  public TypeWriter(JdbcTemplate jdbc, LocalDate asOf) {
    this.update = new StageUpdate(jdbc, TypeColumns.COLUMNS, MARKS);
    this.asOf = asOf;
  }

  @Override
  public void write(Chunk<? extends TypedIncident> chunk) {
    update.write(chunk.getItems().stream().map(this::values).toList());
  }

  private StageValues values(TypedIncident typed) {
    return new StageValues(
        typed.incident(),
        TypeColumns.values(
            typed.incident().facts(), typed.incident().reference(), typed.decision(), asOf));
  }
}
