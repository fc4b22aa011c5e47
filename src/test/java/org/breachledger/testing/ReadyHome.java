package org.breachledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * A home somebody has already started once with nothing in it: laying out a database takes longer
 * than most tests. What concerns a first start must begin with an empty home instead.
 */
public final class ReadyHome {

  private static @Nullable Path database;

  private ReadyHome() {}

  /** A home of its own in a test's folder. */
  public static Home in(Path folder) throws IOException {
    Home home = new Home(folder.resolve("home"));
    Files.createDirectories(home.folder());
    copy(database(), home.folder());
    return home;
  }

  /** The same with schools the DPO has confirmed. */
  public static Home of(Path folder, String... schools) throws IOException {
    Home home = in(folder);
    Path intake = Files.createDirectories(home.jobs().resolve("intake"));
    Files.writeString(
        intake.resolve("schools.csv"),
        "name,urn,aliases\n" + String.join(",,\n", schools) + ",,\n");
    return home;
  }

  private static synchronized Path database() throws IOException {
    Path known = database;
    if (known == null) {
      Home first = new Home(Files.createTempDirectory("breachledger-ready"));
      Installation.open(first, first.jobs(), false, false).close();
      known = first.folder().resolve("postgres");
      database = known;
    }
    return known;
  }

  /** With owners and rights: PostgreSQL looks at both. */
  private static void copy(Path from, Path into) throws IOException {
    Process copying =
        new ProcessBuilder("cp", "-a", from.toString(), into.toString()).inheritIO().start();
    try {
      if (copying.waitFor() != 0) {
        throw new IllegalStateException("the database could not be copied into " + into);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
