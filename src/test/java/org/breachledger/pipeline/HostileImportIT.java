package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.breachledger.hostile.Catalogue;
import org.breachledger.hostile.HostileReadingIT;
import org.breachledger.testing.Program;
import org.breachledger.testing.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hostile or broken file of each kind through the packaged program with 512 MiB of heap: each
 * gets its verdict in time, nothing is asked of the network, nothing is left behind, and a good log
 * among them goes in. The workbooks of the wild are skipped where {@code -Dbreachledger.real-data}
 * is not set.
 *
 * <p>What is checked of "no access outside the home": no request reaches a server that the files
 * point to; the words of a file they point to turn up nowhere; the folders the files came from, the
 * working folder and the folder for temporary files are as they were.
 */
class HostileImportIT {

  private static final double MOST_SECONDS = 10;
  private static final int MINUTES = 10;
  private static final String SECRET = "canary-" + Long.toHexString(0x5eed5eedL) + "-of-the-test";

  /** Excel 95, which no other tool of the manifest reads either. */
  private static final String OLD = "spreadsheet__64130.xls";

  @TempDir private Path folder;

  @Test
  void madeToHarm() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
      Path hostile = Files.createDirectories(folder.resolve("hostile"));
      List<String> files =
          Catalogue.writeOneOfEachKind(
              hostile, "http://127.0.0.1:" + server.getAddress().getPort() + "/", secret);
      Map<String, JsonNode> verdicts = run(List.of(hostile, good()));
      assertThat(verdicts.keySet()).containsAll(files);
      Map<String, String> expected = HostileReadingIT.expected();
      files.forEach(
          file ->
              assertThat(words(verdicts.get(file)))
                  .as(file)
                  .matches(words -> sameVerdict(words, expected.getOrDefault(file, ""))));
      assertThat(words(verdicts.get("good.csv"))).isEqualTo("imported");
    } finally {
      server.stop(0);
    }
    assertThat(asked).as("requests to the network").hasValue(0);
    assertThat(filesThatHold(SECRET)).containsExactly(folder.resolve("secret.txt"));
  }

  /** What the reader takes may be imported already: some of the files say the same. */
  private static boolean sameVerdict(String words, String expected) {
    return expected.startsWith("refused ")
        ? words.startsWith(expected.substring("refused ".length()))
        : words.startsWith("imported") || words.startsWith("already");
  }

  @Test
  void theWorkbooksOfTheWild() throws Exception {
    String data = System.getProperty("breachledger.real-data", "");
    Path workbooks = Path.of(data, "workbooks");
    assumeTrue(
        !data.isEmpty() && Files.isDirectory(workbooks),
        "skipped: set -Dbreachledger.real-data to a folder with workbooks/");
    Map<String, String> before = listing(workbooks);
    Map<String, JsonNode> verdicts = run(List.of(workbooks.resolve("files"), good()));
    assertThat(listing(workbooks)).isEqualTo(before);
    try (CsvReader<NamedCsvRecord> manifest =
        CsvReader.builder().ofNamedCsvRecord(workbooks.resolve("MANIFEST.csv"))) {
      int files = 0;
      for (NamedCsvRecord line : manifest) {
        String file = line.getField("file");
        files++;
        assertThat(verdicts).containsKey(file);
        assertThat(words(verdicts.get(file))).as(file).matches(expected(line));
      }
      assertThat(verdicts).hasSize(files + 1);
    }
    assertThat(words(verdicts.get("good.csv"))).isEqualTo("imported");
  }

  /** What the flags of the manifest ask for, as a pattern of the reason. */
  private static String expected(NamedCsvRecord line) {
    String flags = line.getField("flags");
    String file = line.getField("file");
    if (flags.contains("encrypted")) {
      return ".*password-protected.*";
    } else if (flags.contains("xlsb")) {
      return ".*binary workbook \\(\\.xlsb\\).*save it as \\.xlsx.*";
    } else if (flags.contains("doctype")) {
      return ".*declares XML entities.*";
    } else if (flags.contains("bad_zip") || flags.contains("duplicate_zip")) {
      return ".*is damaged.*";
    } else if (file.equals(OLD)) {
      return ".*Excel 95.*";
    } else if (line.getField("oracle_error").isEmpty() && file.matches(".*\\.xls[xm]?")) {
      return "no incident log found.*";
    }
    return "no incident log found.*|.*is damaged.*|This (?:file|is) .*";
  }

  private Path good() {
    return Sheets.csv(
        folder.resolve("good.csv"),
        ',',
        List.of("Reference", "School", "Date of incident", "Type of breach", "Description"),
        List.of("A1", "Elm School", "2026-03-02", "Disclosed in error", "Letter sent"));
  }

  /** Imports in a process of its own and gives each file's entry by the file's name. */
  private Map<String, JsonNode> run(List<Path> paths) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Map<String, String> before = listing(paths.get(0));
    List<String> arguments =
        new ArrayList<>(List.of("import", "--json", "--home", folder.resolve("home").toString()));
    paths.forEach(path -> arguments.add(path.toString()));
    Process process =
        Program.start(
            work,
            Map.of("JDK_JAVA_OPTIONS", "-Xmx512m -Djava.io.tmpdir=" + temporary),
            arguments.toArray(String[]::new));
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("the program ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    // the parser of the JDK says by itself where letters are no UTF-8
    String err = Files.readString(work.resolve("err")).replaceAll("\\[Fatal Error] :[^\n]*\n", "");
    assertThat(err).doesNotContain("Exception").doesNotContain("Error").doesNotContain("\tat ");
    assertThat(process.exitValue()).as(err).isEqualTo(1);
    assertThat(listing(work).keySet()).containsExactly("err", "out");
    assertThat(listing(temporary)).isEmpty();
    assertThat(listing(paths.get(0))).isEqualTo(before);
    return entries(Files.readString(work.resolve("out")));
  }

  private static Map<String, JsonNode> entries(String json) {
    Map<String, JsonNode> entries = new HashMap<>();
    Map<String, Double> slow = new TreeMap<>();
    for (JsonNode file : JsonMapper.builder().build().readTree(json).get("files")) {
      String name = String.valueOf(Path.of(file.get("file").asString()).getFileName());
      assertThat(entries.put(name, file)).as(name).isNull();
      double seconds = file.get("seconds").asDouble();
      if (seconds > MOST_SECONDS && !file.get("status").asString().equals("imported")) {
        slow.put(name, seconds);
      }
    }
    assertThat(slow).as("verdicts that took too long").isEmpty();
    return entries;
  }

  /** The reason of a refusal, otherwise the status. */
  private static String words(@Nullable JsonNode file) {
    if (file == null) {
      return "no verdict";
    }
    return file.get("status").asString().equals("refused")
        ? file.get("reason").asString()
        : file.get("status").asString();
  }

  /** Every file below a folder with its size and time. */
  private static Map<String, String> listing(Path below) throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.walk(below)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        listing.put(
            below.relativize(file).toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return listing;
  }

  private List<Path> filesThatHold(String words) throws IOException {
    byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, wanted)).toList();
    }
  }

  private static boolean holds(Path file, byte[] wanted) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false;
    }
  }
}
