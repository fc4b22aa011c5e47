package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.ImportedFile.Status;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.TestDatabase;
import org.breachledger.testing.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Previews of files: what they say, what they keep to themselves, and that nothing stays. */
class FilePreviewIT {

  private static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);
  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "School",
          "Date of incident",
          "Type of breach",
          "Description",
          "Individuals affected");

  @TempDir private Path folder;
  private TestDatabase database;
  private FileImporter importer;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    importer = Importers.of(database, new Archive(new Home(folder.resolve("home"))), CLOCK);
    database.inTransaction(
        () -> new SchoolRegister(database.jdbc()).confirm("Fernbank Primary", null, List.of()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void severalFilesArePreviewedAsTheyWouldBeTakenAndNothingStays() throws Exception {
    Path june =
        log(
            "june.csv",
            List.of("R1", "Fernbank Primary", "2026-03-02", "Email", "Canary letter", "3"),
            List.of("R2", "Fernbank Primary", "2026-03-03", "Post", "Canary parcel", "4"));
    importer.take(june, options(false));
    Path july =
        log(
            "july.csv",
            List.of("R1", "Fernbank Primary", "2026-03-02", "Email", "Canary letters", "12"),
            List.of("R2", "Fernbank Primary", "2026-03-03", "Post", "Canary parcel", "4"),
            List.of("R3", "Hill School", "soon", "Email", "Canary list", "5"),
            List.of("", "Fernbank Primary", "", "", "", "7"));
    Path later =
        log("later.csv", List.of("R3", "Hill School", "2026-05-04", "Email", "Canary list", "5"));
    Path noLog = Files.writeString(folder.resolve("totals.csv"), "Year,Total\n2024,17\n2025,12\n");
    Path again = Files.copy(july, folder.resolve("again.csv"));
    List<Path> files = List.of(july, noLog, later, again, june, folder.resolve("missing.csv"));

    Map<String, List<String>> before = WholeDatabase.of(database);
    List<String> home = files(folder);
    List<ImportedFile> previews = importer.preview(files, options(true), PreviewSink.NONE);
    assertThat(WholeDatabase.of(database)).isEqualTo(before);
    assertThat(files(folder)).isEqualTo(home);

    assertThat(previews)
        .extracting(ImportedFile::status)
        .containsExactly(
            Status.PREVIEWED,
            Status.REFUSED,
            Status.PREVIEWED,
            Status.ALREADY_IMPORTED,
            Status.ALREADY_IMPORTED,
            Status.REFUSED);
    assertThat(previews.get(3).importId()).isNull();
    assertThat(previews.get(4).importId()).isEqualTo(1);

    List<ImportedFile> taken = new ArrayList<>();
    for (Path file : files) {
      taken.add(importer.take(file, options(false)));
    }
    assertThat(taken.get(0).importId()).isEqualTo(2);
    assertThat(taken)
        .extracting(ImportedFile::rows)
        .isEqualTo(previews.stream().map(ImportedFile::rows).toList());
    assertThat(taken)
        .extracting(ImportedFile::reason)
        .isEqualTo(previews.stream().map(ImportedFile::reason).toList());
    assertThat(previews.get(2).rows().updated()).isEqualTo(1);
  }

  @Test
  void theJsonNamesRowsChangesAndNoticesAndNoFreeText() throws Exception {
    importer.take(
        log(
            "june.csv",
            List.of("R1", "Fernbank Primary", "2026-03-02", "Email", "Canary letter", "3")),
        options(false));
    Path july =
        log(
            "july.csv",
            List.of("R1", "Fernbank Primary", "2026-03-02", "Email", "Canary letters", "12"),
            List.of("R2", "Hill School", "soon", "Post", "Canary list", "5"));

    ImportedFile preview = importer.take(july, options(true));

    JsonNode json = JsonMapper.builder().build().valueToTree(preview.json());
    assertThat(json.toString()).doesNotContain("Canary");
    assertThat(String.join("\n", preview.sentences())).doesNotContain("Canary");
    assertThat(json.get("status").asString()).isEqualTo("previewed");
    assertThat(json.get("importId").isNull()).isTrue();
    assertThat(json.get("previewLeftOut").toString()).isEqualTo("{}");
    assertThat(json.get("preview").get(0).toString())
        .isEqualTo(
            "{\"sheet\":\"\",\"row\":2,\"outcome\":\"updated\",\"school\":\"Fernbank Primary\","
                + "\"reference\":\"R1\",\"changes\":[{\"field\":\"description\",\"before\":\"(text)\","
                + "\"after\":\"(text)\"},{\"field\":\"individuals\",\"before\":\"3\",\"after\":\"12\"}],"
                + "\"notices\":[]}");
    JsonNode gaps = json.get("preview").get(1);
    assertThat(gaps.get("outcome").asString()).isEqualTo("imported-with-gaps");
    assertThat(gaps.get("school").asString()).isEqualTo("Hill School");
    assertThat(gaps.get("notices").get(0).get("column").asString()).isEqualTo("Date of incident");
    assertThat(gaps.get("notices").get(0).get("read").asString()).isEqualTo("soon");
    assertThat(gaps.get("notices").get(0).get("toDo").asString()).startsWith("Write the date");
  }

  @Test
  void theCsvHasEveryRowAndNoFormula() throws Exception {
    Path july =
        log(
            "july.csv",
            List.of("=1+1", "Fernbank Primary", "2026-03-02", "Email", "Canary letters", "12"),
            List.of("R2", "Fernbank Primary", "=soon()", "Post", "Canary list", "5"));
    Path csv = folder.resolve("out/preview.csv");
    try (PreviewCsv sink = PreviewCsv.create(csv)) {
      importer.preview(List.of(july), options(true), sink);
      assertThat(csv).doesNotExist();
      sink.done();
    }
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0))
        .isEqualTo(
            "file,sheet,row,outcome,school,reference,field,before,after,notice,column,read,expected,"
                + "to_do");
    assertThat(lines.get(1)).isEqualTo("july.csv,,2,imported,Fernbank Primary,'=1+1,,,,,,,,");
    assertThat(lines.get(2))
        .startsWith("july.csv,,3,imported-with-gaps,Fernbank Primary,R2,,,,unreadable_date,")
        .contains(",'=soon(),");
  }

  @SafeVarargs
  private final Path log(String name, List<String>... rows) {
    List<List<String>> all = new ArrayList<>(List.of(rows));
    all.add(0, HEADINGS);
    return Sheets.csv(folder.resolve(name), ',', all.toArray(List[]::new));
  }

  private ImportOptions options(boolean dryRun) {
    return new ImportOptions(
        null, null, new TreeSet<>(), dryRun, folder.resolve("home/returns"), AS_OF);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
