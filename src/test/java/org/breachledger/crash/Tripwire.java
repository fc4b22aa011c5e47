package org.breachledger.crash;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a program at a fail point: a trigger of the test's own waits there for a lock that the test
 * holds, so that a kill hits just that moment and no line of the program knows of it.
 */
final class Tripwire implements AutoCloseable {

  private static final int LOCK = 90_210;
  private static final long MILLISECONDS_BETWEEN = 5;

  private final JdbcClient administrator;
  private final FailPoint point;

  private Tripwire(JdbcClient administrator, FailPoint point) {
    this.administrator = administrator;
    this.point = point;
  }

  /**
   * Lays it, and takes the lock.
   *
   * @param administrator one single session, which holds the lock
   */
  static Tripwire at(FailPoint point, JdbcClient administrator) {
    Tripwire wire = new Tripwire(administrator, point);
    wire.administrator.sql("create sequence crash_rows").update();
    wire.administrator
        .sql(
            """
            create function crash_hold() returns trigger language plpgsql security definer as $$
            begin
              if nextval('public.crash_rows') = %d then
                perform pg_catalog.pg_advisory_lock(%d);
                perform pg_catalog.pg_advisory_unlock(%d);
              end if;
              return new;
            end $$
            """
                .formatted(point.nth(), LOCK, LOCK))
        .update();
    wire.administrator
        .sql(
            (point.committed()
                        ? "create constraint trigger crash after %s on %s deferrable initially deferred"
                        : "create trigger crash before %s on %s")
                    .formatted(point.event(), point.table())
                + " for each row when ("
                + point.where()
                + ") execute function crash_hold()")
        .update();
    wire.administrator.sql("select pg_advisory_lock(?)").param(LOCK).query().listOfRows();
    return wire;
  }

  /** Waits until the program stands at the point; false where it ended without coming there. */
  boolean reached(Process program, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (held()) {
        return true;
      }
      if (!program.isAlive()) {
        return false;
      }
      Thread.sleep(MILLISECONDS_BETWEEN);
    }
    throw new IllegalStateException("neither at \"" + point + "\" nor ended after " + patience);
  }

  private boolean held() {
    return administrator
        .sql(
            "select exists (select from pg_locks where locktype = 'advisory' and objid = ?"
                + " and not granted)")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Lets whoever is held go on. */
  void release() {
    administrator.sql("select pg_advisory_unlock(?)").param(LOCK).query().listOfRows();
  }

  /** Takes a wire away whose session may be gone with its server. */
  static void clear(FailPoint point, JdbcClient administrator) {
    administrator.sql("drop trigger crash on " + point.table()).update();
    administrator.sql("drop function crash_hold()").update();
    administrator.sql("drop sequence crash_rows").update();
  }

  /** Lets whoever is held go on, waits until its session is gone, and leaves no trace. */
  @Override
  public void close() {
    release();
    clear(point, administrator);
  }
}
