package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A program never works on a record that a newer one has laid out. */
class NewerRecordIT {

  private final TestDatabase database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theNewestKnownLayoutIsTakenAndTheNextIsRefused() {
    assertThatCode(() -> DatabaseDoor.check(database.address())).doesNotThrowAnyException();
    int next = Integer.parseInt(Layout.newestKnown().getVersion()) + 1;
    database
        .administrator()
        .sql(
            "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success)"
                + " values (999, ?, 'a later one', 'SQL', 'V.sql', 'owner', 1, true)")
        .param(Integer.toString(next))
        .update();
    assertThatThrownBy(() -> DatabaseDoor.check(database.address()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("was upgraded by a newer program (layout " + next)
        .hasMessageContaining("layouts up to " + Layout.newestKnown().getVersion());
  }
}
