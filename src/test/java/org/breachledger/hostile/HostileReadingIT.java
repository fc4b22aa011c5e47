package org.breachledger.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile file, and good files broken at random, through the readers in a process of their
 * own with 512 MiB of heap: a verdict within ten seconds, in one sentence that tells nothing of the
 * program; nothing is asked of the network, nothing is written.
 *
 * <p>{@code -Dhostile.mutations=10000} (the profile {@code hostile}) breaks that many; without it a
 * few hundred.
 */
public class HostileReadingIT {

  private static final int MOST_MILLISECONDS = 10_000;
  private static final int FEW = 300;
  private static final long SEED = 20_260_701;
  private static final int MOST_MINUTES = 120;

  @TempDir private Path folder;

  /** What a file came to. */
  private record Told(long milliseconds, String verdict, String words) {}

  @Test
  void madeToHarm() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    Path secret = Files.writeString(folder.resolve("secret"), "canary");
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      List<String> names =
          Catalogue.write(files, "http://127.0.0.1:" + server.getLocalPort() + "/", secret);
      Map<String, Told> told = read(files.toString());
      server.setSoTimeout(1);
      assertThat(connections(server)).as("connections to the server").isZero();
      Map<String, String> expected = expected();
      assertThat(names)
          .as("a new file wants its line in src/test/resources/hostile/verdicts.csv")
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      Map<String, String> got = new LinkedHashMap<>();
      told.forEach((name, line) -> got.put(name, shown(line, expected.getOrDefault(name, ""))));
      assertThat(got).containsExactlyInAnyOrderEntriesOf(expected);
      assertThat(folder.toFile().list())
          .containsExactlyInAnyOrder("files", "secret", "out", "temporary");
    }
  }

  @Test
  void brokenAtRandom() throws Exception {
    int count = Integer.getInteger("breachledger.hostile", 0);
    Path goods = Files.createDirectories(folder.resolve("goods"));
    try (Stream<Path> samples = Files.list(Path.of("sample-data"))) {
      for (Path sample : samples.filter(Files::isRegularFile).toList()) {
        if (!sample.toString().endsWith(".md")) {
          Files.copy(sample, goods.resolve(sample.getFileName()));
        }
      }
    }
    Files.write(goods.resolve("bare.xlsx"), BookParts.good().zip().bytes());
    Files.write(goods.resolve("bare.xls"), OldBook.file(null));
    Sheets.book()
        .sheet("Log")
        .row("Incident ref", "School", "Date of incident", "Description")
        .row("A1", "Elm School", java.time.LocalDate.of(2024, 1, 4), "A bag was lost")
        .write(goods.resolve("small.xlsx"));
    String row =
        "{\"Incident ref\":\"A%d\",\"School\":\"Elm School\",\"Date of incident\":\"2024-01-04\","
            + "\"Individuals\":%d,\"Description\":\"A bag was lost\"}";
    String one = String.format(java.util.Locale.ROOT, row, 1, 5);
    Files.writeString(
        goods.resolve("list.json"), "[" + one + ",\n" + one.replace("A1", "A2") + "]");
    Files.writeString(goods.resolve("lines.jsonl"), one + "\n" + one.replace("A1", "A2") + "\n");
    Path work = Files.createDirectories(folder.resolve("work"));
    Map<String, Told> told =
        read(goods.toString(), String.valueOf(count > 0 ? count : FEW), "" + SEED, work.toString());
    assertThat(told).hasSize(count > 0 ? count : FEW);
    assertThat(told.values().stream().map(Told::verdict).distinct())
        .containsExactlyInAnyOrder("read", "refused");
    assertThat(work).isEmptyDirectory();
  }

  /** Reads in a process of its own; what every file must keep to is asserted here. */
  private Map<String, Told> read(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.io.tmpdir=" + temporary,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                ReadFiles.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    Map<String, Told> told = new LinkedHashMap<>();
    String last = "";
    for (String line : Files.readAllLines(out)) {
      String[] parts = line.split("\t", -1);
      last = line;
      if (parts.length == 4) {
        told.put(parts[0], new Told(Long.parseLong(parts[1]), parts[2], parts[3]));
      }
    }
    assertThat(last).as("the process came to its end and asked nobody").isEqualTo("asked\t0");
    assertThat(temporary).isEmptyDirectory();
    told.forEach(HostileReadingIT::keeps);
    return told;
  }

  private static void keeps(String name, Told told) {
    assertThat(told.verdict()).as(name + ": " + told.words()).isIn("read", "refused");
    assertThat(told.milliseconds()).as(name).isLessThan(MOST_MILLISECONDS);
    if (told.verdict().equals("refused")) {
      assertThat(told.words())
          .as(name)
          .endsWith(".")
          .doesNotContain("Exception")
          .doesNotContain("Error")
          .doesNotContain("java.")
          .doesNotContain("org.")
          .doesNotContain("null");
      assertThat(told.words().length()).as(name).isBetween(30, 400);
    }
  }

  private static int connections(ServerSocket server) throws IOException {
    int count = 0;
    while (true) {
      try {
        server.accept().close();
        count++;
      } catch (java.net.SocketTimeoutException e) {
        return count;
      }
    }
  }

  /** The words where the table names a part of a sentence that holds them. */
  private static String shown(Told told, String expected) {
    String all = told.verdict() + " " + told.words();
    return !expected.isEmpty() && all.startsWith(expected) ? expected : all;
  }

  /** The verdict of each file, and how its words begin. */
  public static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> table =
        CsvReader.builder()
            .ofNamedCsvRecord(Path.of("src", "test", "resources", "hostile", "verdicts.csv"))) {
      for (NamedCsvRecord line : table) {
        String verdict = line.getField("verdict") + " " + line.getField("words");
        assertThat(expected.put(line.getField("file"), verdict)).isNull();
      }
    }
    return expected;
  }
}
