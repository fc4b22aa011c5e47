package org.breachledger.independent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Facts;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;
import org.breachledger.intake.store.SchoolRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts random incidents into the register through its own door, and the months schools sent. */
final class RandomRegister {

  private static final LocalDate FIRST_MONTH = LocalDate.of(2023, 6, 1);
  private static final int MONTHS = 40;
  private static final int TO_CONFIRM = 4;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final AsOf asOf;

  /** Works within the caller's transaction. */
  RandomRegister(DataSource dataSource, JdbcClient jdbc, AsOf asOf) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.asOf = asOf;
  }

  /** Stores them as one import; all schools but a few are confirmed before. */
  void store(List<Facts> incidents, long seed) {
    SchoolRegister schools = new SchoolRegister(jdbc);
    for (int school = 101; school <= 101 + RandomIncidents.SCHOOLS - TO_CONFIRM; school++) {
      schools.confirm("School " + school, null, List.of());
    }
    schools.confirm("School without an incident", null, List.of());
    long number =
        new ImportRecords(jdbc)
            .open(
                new ImportRecords.Arrival("random", "0".repeat(64), 0, "", asOf.instant(), "test"),
                asOf.instant());
    take(number, incidents);
    jdbc.sql("update import_file set status = 'imported' where import_id = ?")
        .param(number)
        .update();
    cover(number, new SplittableRandom(seed));
  }

  private void take(long number, List<Facts> incidents) {
    try {
      new IncidentRegister(dataSource)
          .take(number, Instant.EPOCH, asOf.day(), register -> send(incidents, register));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(List<Facts> incidents, Consumer<IncomingRow> register) {
    int row = 1;
    for (Facts facts : incidents) {
      register.accept(
          new IncomingRow(
              1,
              ++row,
              IncomingRow.Read.TAKEN,
              facts,
              Set.copyOf(facts.values().keySet()),
              List.of(),
              Map.of()));
    }
  }

  /** Most schools submit every month, some by a nil return; a third leave one month out. */
  private void cover(long importId, SplittableRandom random) {
    for (int school :
        jdbc.sql("select school_id from school order by school_id").query(Integer.class).list()) {
      int missing = random.nextInt(3) == 0 ? random.nextInt(MONTHS) : -1;
      for (int month = 0; month < MONTHS; month++) {
        String day = FIRST_MONTH.plusMonths(month).toString();
        boolean nil = random.nextInt(4) == 0;
        if (month != missing && nil) {
          jdbc.sql("insert into nil_return values (current_trust(), ?, ?::date, now(), 'test')")
              .params(school, day)
              .update();
        } else if (month != missing) {
          jdbc.sql("insert into coverage (import_id, school_id, month) values (?, ?, ?::date)")
              .params(importId, school, day)
              .update();
        }
      }
    }
  }
}
