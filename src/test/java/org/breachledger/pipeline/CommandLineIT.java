package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.testing.Program;
import org.breachledger.testing.Program.Result;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program as a person runs it: what it says and how it ends. */
class CommandLineIT {

  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path folder;

  @Test
  void badFilesAreRefusedEachWithItsSentenceAndTheGoodOneIsImported() throws Exception {
    Path good =
        Sheets.csv(
            folder.resolve("good.csv"),
            ',',
            List.of("Reference", "School", "Date of incident", "Type of breach", "Description"),
            List.of("A1", "Elm School", "2026-03-02", "Disclosed in error", "Letter sent"));
    Path encrypted = encrypted();
    Path disguised = Files.writeString(folder.resolve("scan.xlsx"), "%PDF-1.7\n1 0 obj\n");
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path noLog =
        Sheets.csv(
            folder.resolve("totals.csv"),
            ',',
            List.of("Year", "Total"),
            List.of("2024", "17"),
            List.of("2025", "12"));
    Path missing = folder.resolve("missing.xlsx");
    Path home = folder.resolve("home");

    Result result =
        Program.run(
            NOTHING,
            "import",
            "--home",
            home.toString(),
            "--json",
            encrypted.toString(),
            disguised.toString(),
            empty.toString(),
            noLog.toString(),
            missing.toString(),
            good.toString());

    assertThat(result.code()).isEqualTo(1);
    JsonNode files = JsonMapper.builder().build().readTree(result.out()).get("files");
    assertThat(files.size()).isEqualTo(6);
    assertRefused(files.get(0), "password-protected");
    assertRefused(files.get(1), "named .xlsx but is");
    assertRefused(files.get(2), "This file is empty");
    assertRefused(files.get(3), "no incident log found");
    assertRefused(files.get(4), "There is no such file");
    assertThat(files.get(5).get("status").asString()).isEqualTo("imported");
    assertThat(files.get(5).get("rows").get("read").asInt()).isEqualTo(1);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    for (Path file : List.of(good, encrypted, disguised, empty, noLog)) {
      assertThat(file).exists();
    }
    assertThat(archived(home)).isEqualTo(5);

    Result imports =
        Program.runAsShipped(
            "export",
            "imports",
            "--home",
            home.toString(),
            "--out",
            folder.resolve("imports.csv").toString());
    assertThat(imports.code()).isZero();
    assertThat(Files.readAllLines(folder.resolve("imports.csv")))
        .hasSize(6)
        .filteredOn(line -> line.contains(",refused,"))
        .hasSize(4);
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhatThereIs() throws Exception {
    Path home = folder.resolve("home");
    Path csv = Files.writeString(folder.resolve("in.csv"), "individuals,factors\n1,\n");
    assertUsage(
        Program.run(NOTHING, "run", "weekly", "--home", home.toString()),
        "there is no job \"weekly\"; the jobs are nightly");
    assertUsage(
        Program.run(
            NOTHING, "score", csv.toString(), "--policy", "county", "--out", folder + "/o.csv"),
        "there is no policy \"county\"; the policies are category-levels");
    assertUsage(Program.run(NOTHING, "imprt"), "Unmatched argument");
    assertUsage(
        Program.run(
            NOTHING, "deadlines", csv.toString(), "--as-of", "July", "--out", folder + "/o"),
        "'--as-of': \"July\" is not a moment");
    assertUsage(
        Program.run(NOTHING, "messages", "--as-of", "July", "--home", home.toString()),
        "'--as-of': \"July\" is not a moment");
    assertUsage(
        Program.run(NOTHING, "serve", "--as-of", "2026-07-01", "--home", home.toString()),
        "--as-of: the pages and schedules go by the clock");
    assertUsage(
        Program.run(
            NOTHING,
            "report",
            "board",
            "--school",
            "Elm",
            "--out",
            folder + "/o",
            "--home",
            home.toString()),
        "the board's paper is about all schools; take --school away");
    assertThat(home).doesNotExist();
  }

  @Test
  void anUnknownProfileEndsWithTwoAndNamesTheProfiles() throws Exception {
    Path csv = Files.writeString(folder.resolve("in.csv"), "Reference,School\n");
    assertUsage(
        Program.run(
            NOTHING,
            "import",
            csv.toString(),
            "--profile",
            "county",
            "--home",
            folder.resolve("home").toString()),
        "there is no profile \"county\"; the profiles are");
  }

  @Test
  void aTableWithAGapEndsWithTwoAndNamesFileAndLine() throws Exception {
    Path jobs = Files.createDirectories(folder.resolve("jobs/severity"));
    String shipped = Files.readString(Path.of("jobs/severity/bands.csv"));
    Files.writeString(jobs.resolve("bands.csv"), shipped.replace("101,1000,", "102,1000,"));
    assertThat(Files.readString(jobs.resolve("bands.csv"))).isNotEqualTo(shipped);
    Path csv = Files.writeString(folder.resolve("in.csv"), "individuals,factors\n1,\n");
    assertUsage(
        Program.run(
            NOTHING,
            "score",
            csv.toString(),
            "--jobs",
            folder.resolve("jobs").toString(),
            "--out",
            folder.resolve("out.csv").toString()),
        "jobs/severity/bands.csv, line");
  }

  @Test
  void noDatabaseAtTheAddressEndsWithTwoAndNamesTheAddress() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Result result =
        Program.run(
            Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/breachledger",
                "SPRING_DATASOURCE_USERNAME", "breachledger",
                "SPRING_DATASOURCE_PASSWORD", "not-shown-anywhere"),
            "run",
            "nightly",
            "--home",
            folder.resolve("home").toString());
    assertUsage(result, "127.0.0.1:" + port);
    assertThat(result.out() + result.err()).doesNotContain("not-shown-anywhere");
  }

  @Test
  void aDemoNeverTouchesAHomeOfSomethingElse() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("precious.txt"), "mine");
    assertUsage(
        Program.run(NOTHING, "demo", "--exit", "--home", home.toString()),
        "holds something else than a demo");
    assertThat(home.resolve("precious.txt")).hasContent("mine");
  }

  @Test
  void theGoldenScoresComeOutOfTheCommand() throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            """
            id,individuals,factors
            a,292,LIMITED_DEMOGRAPHIC_DATA;LIMITED_CLINICAL_DATA;PARTICULARLY_SENSITIVE;DISTRESS
            b,1,NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS
            c,1,NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS;REPEAT_INCIDENT;ICO_COMPLAINT
            d,n/k,DISTRESS
            """);
    Path out = folder.resolve("out.csv");
    Result result = Program.run(NOTHING, "score", csv.toString(), "--out", out.toString());
    assertThat(result.code()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0))
        .isEqualTo("id,individuals,factors,baseline,adjustment,score,category_level,label,reasons");
    assertThat(lines.get(1)).contains(",2,1,3,2,Category Level 2,");
    assertThat(lines.get(2)).contains(",0,1,1,1,Category Level 1,");
    assertThat(lines.get(3)).contains(",0,3,3,2,Category Level 2,");
    assertThat(lines.get(4)).isEqualTo("d,n/k,DISTRESS,,,,,,");
  }

  @Test
  void oneIncidentIsVerifiedAndAPrintedHeadIsAskedFor() throws Exception {
    Path log =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Reference", "School", "Date of incident", "Type of breach", "Description"),
            List.of("A1", "Elm School", "2026-03-02", "Disclosed in error", "Letter sent"));
    assertThat(inHome("import", log.toString()).code()).isZero();

    Result one = inHome("verify-audit", "--record", "A1");
    assertThat(one.code()).isZero();
    assertThat(one.out().strip())
        .matches(
            "Incident 1 \\(A1\\) is as it was recorded: record 1 of 1 in entry 1 of [^;]+; the chain"
                + " from there ends with 1/[0-9a-f]{16}\\.");
    Result unknown = inHome("verify-audit", "--record", "A7");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err().strip()).isEqualTo("There is no incident A7 on record.");

    String head = one.out().strip().replaceFirst("(?s).* ends with (\\S+)\\.$", "$1");
    int seq = Integer.parseInt(head.substring(0, head.indexOf('/')));
    String hash = head.substring(head.indexOf('/') + 1);
    Result right = inHome("verify-audit", "--head", head, "--head", hash);
    assertThat(right.code()).isZero();
    assertThat(right.out())
        .startsWith("The audit chain is whole: 1 entry.")
        .contains("Every incident is as it was recorded: 1 version.");

    String other = (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    Result wrong = inHome("verify-audit", "--head", seq + "/" + other);
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .startsWith(
            "The audit chain is broken: entry "
                + seq
                + " is not the one that the paper named printed.");
    Result cutOff = inHome("verify-audit", "--head", head, "--head", (seq + 1) + "/" + hash);
    assertThat(cutOff.code()).isEqualTo(1);
    assertThat(cutOff.out())
        .startsWith(
            "The audit chain is broken: entry "
                + (seq + 1)
                + " is missing, for the paper named printed a later one.");
    assertUsage(
        inHome("verify-audit", "--head", "57-3fa9"),
        "A printed head is an entry's number, a stroke and at least eight characters of its hash");
  }

  private Result inHome(String... words) throws IOException {
    return Program.answer(
        Stream.concat(Stream.of(words), Stream.of("--home", folder.resolve("home").toString()))
            .toArray(String[]::new));
  }

  /**
   * The plug is pulled while files are being taken in; the next run goes on and nothing is lost.
   */
  @Test
  void aKilledProgramGoesOnWhereItStopped() throws Exception {
    Path home = folder.resolve("home");
    String[] demo = {"demo", "--exit", "--home", home.toString()};
    Process process = Program.start(folder, NOTHING, demo);
    Path archive = home.resolve("archive");
    while (process.isAlive() && (!Files.isDirectory(archive) || archived(home) < 3)) {
      Thread.sleep(20);
    }
    process.destroyForcibly().waitFor();

    Result result = Program.run(NOTHING, demo);
    assertThat(result.err()).doesNotContain("Exception");
    assertThat(result.code()).isZero();
    Path out = folder.resolve("incidents.csv");
    Program.run(NOTHING, "export", "incidents", "--home", home.toString(), "--out", out.toString());
    assertThat(Files.readAllLines(out))
        .hasSameSizeAs(Files.readAllLines(Path.of("sample-data/expected/normalise.csv")));
  }

  private static void assertRefused(JsonNode file, String words) {
    assertThat(file.get("status").asString()).isEqualTo("refused");
    assertThat(file.get("reason").asString()).contains(words);
  }

  private static void assertUsage(Result result, String words) {
    assertThat(result.err()).contains(words).doesNotContain("Exception");
    assertThat(result.code()).isEqualTo(2);
  }

  /** Files that are being written may vanish under the walk; then it is made again. */
  private static long archived(Path home) throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
        return files.filter(Files::isRegularFile).count();
      } catch (UncheckedIOException e) {
        assertThat(e.getCause()).isInstanceOf(NoSuchFileException.class);
      }
    }
    throw new AssertionError("the archive never stood still");
  }

  private Path encrypted() throws Exception {
    Path file = folder.resolve("locked.xlsx");
    try (POIFSFileSystem container = new POIFSFileSystem();
        XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("Log").createRow(0).createCell(0).setCellValue("Reference");
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("open sesame");
      try (OutputStream inside = encryptor.getDataStream(container)) {
        workbook.write(inside);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
    return file;
  }
}
