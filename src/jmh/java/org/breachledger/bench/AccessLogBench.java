package org.breachledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long an access log takes from the file to its stored signals, beside PostgreSQL's own COPY of
 * the same lines into an ordinary table of the same database: in turn, as often as asked. The
 * import in a process of its own; the database is running. Keeps medians and ratios.
 */
public final class AccessLogBench {

  private static final String HEAP = "-Xmx512m";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int BLOCK = 1 << 16;
  private static final String TABLE =
      """
      drop table if exists public.copied_line;
      create table public.copied_line (
        happened timestamp, account text, deed text, module text, school text, address text)
      """;

  private final String jar;
  private final Path folder;
  private final int rounds;

  private AccessLogBench(String jar, Path folder, int rounds) {
    this.jar = jar;
    this.folder = folder;
    this.rounds = rounds;
  }

  /** What an import told of itself. */
  private record Imported(double seconds, int signals) {}

  /**
   * Measures.
   *
   * @param arguments the packaged program, the number of rounds and the numbers of lines
   */
  public static void main(String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("breachledger-bench");
    int rounds = Integer.parseInt(arguments[1]);
    AccessLogBench bench = new AccessLogBench(arguments[0], folder, rounds);
    List<String> table = new ArrayList<>();
    table.add("| lines | order | COPY, s | import, s | signals | ratio |");
    table.add("|---|---|---|---|---|---|");
    for (int i = 2; i < arguments.length; i++) {
      table.add(bench.measure(Integer.parseInt(arguments[i]), true));
      table.add(bench.measure(Integer.parseInt(arguments[i]), false));
    }
    BenchPage.keep(
        "Access logs",
        "A made-up log of the events of 40 schools, from the start of its import to its stored"
            + " signals, in a process of its own with "
            + HEAP
            + ", beside COPY of the same lines into an ordinary table of the same database, which is"
            + " running; in order of time, and with each 100,000 lines shuffled, so that the log"
            + " has to be sorted. In turn; medians of "
            + rounds
            + ".",
        table);
    FileSystemUtils.deleteRecursively(folder);
  }

  private String measure(int lines, boolean ordered) throws Exception {
    Path log = folder.resolve("events.csv");
    BigAccessLog.write(log, lines, ordered);
    List<Double> copied = new ArrayList<>();
    List<Double> imported = new ArrayList<>();
    int signals = 0;
    for (int round = 0; round < rounds; round++) {
      Path home = folder.resolve("home");
      try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
        signals = imported(home, log, lines, ordered, imported).signals();
        copied.add(copied(server, log));
      }
      FileSystemUtils.deleteRecursively(home);
    }
    return String.format(
        Locale.UK,
        "| %,d | %s | %.1f | %.1f | %,d | %.2f |",
        lines,
        ordered ? "of time" : "none",
        median(copied),
        median(imported),
        signals,
        median(imported) / median(copied));
  }

  /** The record is laid out by a first import of a few lines, so that none measured does it. */
  private Imported imported(Path home, Path log, int lines, boolean ordered, List<Double> taken)
      throws Exception {
    Path few = folder.resolve("few.csv");
    BigAccessLog.write(few, 100, ordered);
    run(home, few);
    Imported done = run(home, log);
    if (done.signals() * 100_000L < lines) {
      throw new IllegalStateException("only " + done.signals() + " signals");
    }
    taken.add(done.seconds());
    return done;
  }

  private Imported run(Path home, Path log) throws IOException, InterruptedException {
    Path out = folder.resolve("said.json");
    Process process =
        new ProcessBuilder(
                JAVA,
                HEAP,
                "-jar",
                jar,
                "--home",
                home.toString(),
                "import",
                log.toString(),
                "--json")
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the import ended with " + process.exitValue());
    }
    JsonNode said =
        JsonMapper.builder().build().readTree(Files.readString(out)).get("files").get(0);
    return new Imported(said.get("seconds").asDouble(), said.get("signals").asInt());
  }

  private static double copied(EmbeddedPostgres server, Path log) throws SQLException, IOException {
    try (Connection loader = server.loader();
        Statement sql = loader.createStatement();
        InputStream lines = Files.newInputStream(log)) {
      sql.execute(TABLE);
      sql.execute("set datestyle = 'ISO, DMY'");
      sql.execute("checkpoint");
      long begun = System.nanoTime();
      loader
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy public.copied_line from stdin (format csv, header)", lines, BLOCK);
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
  }
}
