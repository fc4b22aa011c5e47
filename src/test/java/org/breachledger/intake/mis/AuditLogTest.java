package org.breachledger.intake.mis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLines.Fault;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.Opened;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.Refused;
import org.breachledger.intake.RefusedFile;
import org.breachledger.intake.csv.DelimitedFiles;
import org.breachledger.intake.excel.Workbooks;
import org.breachledger.intake.json.JsonFiles;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.StrayLetters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The four public heading sets, as text, workbook and JSON lines; time zones; broken lines. */
class AuditLogTest {

  private static final PolicySource POLICY = new JobsFolder(null);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> TRAIL =
      List.of("Date time", "Log type", "Identifier", "User", "Description", "Value");
  private static final List<String> LOG_INS =
      List.of("Time", "Name", "Email", "Role", "IP", "Status");
  private static final List<String> EVENTS =
      List.of("Date and time", "User", "Event description", "Module", "School", "IP address");
  private static final List<String> CHANGES =
      List.of("Date", "User", "Table", "Action", "Before", "After");

  @TempDir private Path folder;

  private static LogReader reader() {
    return new LogReader(
        POLICY,
        List.of(new Workbooks(ReadingRules.read(POLICY)), new JsonFiles(), new DelimitedFiles()),
        new MisLogs(POLICY));
  }

  private static Opened open(Path file) {
    return reader().open(file, ReadingOptions.none());
  }

  /** What a log gave. */
  private record Read(AuditLog log, List<AuditEvent> events, AuditLines lines) {}

  private static Read read(Path file) {
    Opened opened = open(file);
    assertThat(opened).isInstanceOf(AuditLog.class);
    List<AuditEvent> events = new ArrayList<>();
    try (AuditLog log = (AuditLog) opened) {
      return new Read(log, events, log.read(events::add));
    } catch (RefusedFile | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String kind, List<String> headings, List<List<?>> rows) {
    Path file = folder.resolve("log." + kind);
    return switch (kind) {
      case "csv" -> csv(file, headings, rows);
      case "xlsx" -> workbook(file, headings, rows);
      default -> json(file, headings, rows);
    };
  }

  private static Path csv(Path file, List<String> headings, List<List<?>> rows) {
    List<List<?>> all = new ArrayList<>(List.of(headings));
    rows.forEach(row -> all.add(row.stream().map(AuditLogTest::printed).toList()));
    return Sheets.csv(file, ',', all.toArray(List[]::new));
  }

  private static @Nullable Object printed(@Nullable Object cell) {
    return cell instanceof LocalDateTime at ? at.toString().replace('T', ' ') : cell;
  }

  private static Path workbook(Path file, List<String> headings, List<List<?>> rows) {
    Sheets book = Sheets.book().sheet("Log").row(headings.toArray());
    rows.forEach(row -> book.row(row.toArray()));
    return book.write(file);
  }

  private static Path json(Path file, List<String> headings, List<List<?>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<?> row : rows) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      for (int i = headings.size() - 1; i >= 0; i--) {
        if (!"".equals(row.get(i))) {
          Object cell = row.get(i);
          line.put(headings.get(i), cell instanceof LocalDateTime at ? at.toString() : cell);
        }
      }
      lines.add(JSON.writeValueAsString(line));
    }
    return text(file, String.join("\n", lines) + "\n");
  }

  private static Path text(Path file, String text) {
    return bytes(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path bytes(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "jsonl"})
  void anAuditTrailKeepsGreenwichTimeInSummer(String kind) {
    Path file =
        write(
            kind,
            TRAIL,
            List.of(
                Arrays.asList(
                    LocalDateTime.of(2026, 7, 1, 6, 30),
                    "Export",
                    "R-7",
                    "a.user",
                    "Pupil list",
                    350),
                Arrays.asList(
                    LocalDateTime.of(2026, 7, 1, 6, 31, 5), "Login", "", "a.user", "", "Failed")));
    Read read = read(file);
    assertThat(read.log().summary().profile()).isEqualTo("mis-audit-trail");
    assertThat(read.log().summary().mapping())
        .containsEntry("Date time", "when")
        .containsEntry("Value", "records;outcome")
        .containsEntry("User", "account");
    assertThat(read.log().summary().unmapped()).containsExactly("Identifier");
    assertThat(read.lines().total()).isEqualTo(2);
    AuditEvent export = read.events().get(0);
    assertThat(Instant.ofEpochMilli(export.at())).isEqualTo("2026-07-01T06:30:00Z");
    assertThat(export.account()).isEqualTo("a.user");
    assertThat(export.kind()).isEqualTo("Export");
    assertThat(export.what()).isEqualTo("Pupil list");
    assertThat(export.records()).isEqualTo(350);
    AuditEvent failed = read.events().get(1);
    assertThat(Instant.ofEpochMilli(failed.at())).isEqualTo("2026-07-01T06:31:05Z");
    assertThat(failed.outcome()).isEqualTo("Failed");
    assertThat(failed.records()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "jsonl"})
  void logInsAreByEmailAndByNameWhereThereIsNone(String kind) {
    Path file =
        write(
            kind,
            LOG_INS,
            List.of(
                Arrays.asList(
                    "01/07/2026 07:30", "A User", "a@x.sch.uk", "Staff", "10.0.0.1", "Ok"),
                Arrays.asList("01/07/2026 07:31", "B User", "", "Staff", "10.0.0.2", "Failed")));
    Read read = read(file);
    assertThat(read.log().summary().profile()).isEqualTo("mis-log-ins");
    assertThat(read.log().summary().unmapped()).containsExactlyInAnyOrder("Role");
    assertThat(read.events())
        .extracting(AuditEvent::account)
        .containsExactly("a@x.sch.uk", "B User");
    assertThat(read.events()).extracting(AuditEvent::what).containsOnly("log in");
    assertThat(read.events()).extracting(AuditEvent::outcome).containsExactly("Ok", "Failed");
    assertThat(read.events())
        .extracting(AuditEvent::address)
        .containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(Instant.ofEpochMilli(read.events().get(0).at())).isEqualTo("2026-07-01T06:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "jsonl"})
  void eventsNameTheSchool(String kind) {
    Path file =
        write(
            kind,
            EVENTS,
            List.of(
                Arrays.asList(
                    "2026-01-12 09:00:00",
                    "a",
                    "Viewed file",
                    "Safeguarding",
                    "Fernbank",
                    "10.0.0.1"),
                Arrays.asList("2026-01-12 09:00:01", "a", "Printed file", "Safeguarding", "", "")));
    Read read = read(file);
    assertThat(read.log().summary().profile()).isEqualTo("mis-events");
    assertThat(read.events()).extracting(AuditEvent::school).containsExactly("Fernbank", "");
    assertThat(read.events()).extracting(AuditEvent::kind).containsOnly("Safeguarding");
    assertThat(Instant.ofEpochMilli(read.events().get(0).at())).isEqualTo("2026-01-12T09:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "jsonl"})
  void changesLeaveWhatStoodThereUnread(String kind) {
    Path file =
        write(
            kind,
            CHANGES,
            List.of(
                Arrays.asList("31/01/2026 23:10:00", "a", "Pupils", "Export", "old", "new"),
                Arrays.asList("01/02/2026 08:00:00", "a", "Marks", "Update", "3", "4")));
    Read read = read(file);
    assertThat(read.log().summary().profile()).isEqualTo("mis-changes");
    assertThat(read.log().summary().unmapped()).containsExactlyInAnyOrder("Before", "After");
    assertThat(read.events()).extracting(AuditEvent::what).containsExactly("Export", "Update");
    assertThat(Instant.ofEpochMilli(read.events().get(1).at())).isEqualTo("2026-02-01T08:00:00Z");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {",", ";", "\t", "|"})
  void columnsAreFoundByNameInAnyOrderBelowTitles(String separator) {
    Path file =
        text(
            folder.resolve("log.csv"),
            "\ufeffLog-ins of the trust\r\n\r\n"
                + "Status,Extra,IP,Email,Time\r\n".replace(",", separator)
                + "Failed,,10.0.0.1,a@x,2026-03-02 09:00\r\n".replace(",", separator));
    Read read = read(file);
    assertThat(read.log().summary().sheets().get(0).headerRow()).isEqualTo(3);
    AuditEvent event = read.events().get(0);
    assertThat(event.row()).isEqualTo(4);
    assertThat(event.account()).isEqualTo("a@x");
    assertThat(event.outcome()).isEqualTo("Failed");
  }

  @Test
  void quotedCellsMayHoldSeparatorsMarksAndLineBreaks() {
    Path file =
        text(
            folder.resolve("log.csv"),
            "Date,User,Table,Action,Before,After\n"
                + "2026-03-02 09:00,\"Doe, J\",T,\"Said \"\"export\"\" and\nleft\",\"a\nb\",\n"
                + "2026-03-02 09:01,'x',T,\"View\"ed,,\n");
    Read read = read(file);
    assertThat(read.events()).extracting(AuditEvent::account).containsExactly("Doe, J", "'x'");
    assertThat(read.events())
        .extracting(AuditEvent::what)
        .containsExactly("Said \"export\" and\nleft", "Viewed");
    assertThat(read.events()).extracting(AuditEvent::row).containsExactly(2, 3);
  }

  @Test
  void lettersAreReadInUtf8AndInWindows1252() {
    String log = "Date,User,Table,Action\n2026-03-02 09:00,Zoë,T,Café\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      Read read = read(bytes(folder.resolve("log.csv"), log.getBytes(charset)));
      assertThat(read.events().get(0).account()).as(charset.name()).isEqualTo("Zoë");
    }
    Read wide =
        read(
            bytes(
                folder.resolve("wide.csv"), ("\ufeff" + log).getBytes(StandardCharsets.UTF_16LE)));
    assertThat(wide.events().get(0).account()).isEqualTo("Zoë");
  }

  /** As in a CSV of incidents: one encoding for the whole file, not one for each cell. */
  @Test
  void strayLettersAmongThoseOfUtf8AreRead() {
    String log = "Date,User,Table,Action\n2026-03-02 09:00,“Zoë” Zo#ë#,T,x\n";
    Read read = read(bytes(folder.resolve("log.csv"), StrayLetters.in(log)));
    assertThat(read.events().get(0).account()).isEqualTo("“Zoë” Zoë");
    String windows = "Date,User,Table,Action\n2026-03-02 09:00,CAFÉ’S,T,naïve\n";
    byte[] bytes = windows.getBytes(StrayLetters.WINDOWS);
    assertThat(read(bytes(folder.resolve("w.csv"), bytes)).events().get(0).account())
        .as("É’ in Windows-1252 is one letter in UTF-8, by chance")
        .isEqualTo("CAFÉ’S");
  }

  @Test
  void aByteThatIsNoLetterIsRefusedByItsLine() {
    String log = "Date,User,Table,Action\n2026-03-02 09:00,A,T,x\n2026-03-02 09:00,Zo#_#,T,x\n";
    Opened opened = open(bytes(folder.resolve("log.csv"), StrayLetters.unfit(log)));
    assertThat(opened).isInstanceOf(Refused.class);
    assertThat(((Refused) opened).sentence())
        .startsWith("Line 3 holds a letter that neither UTF-8 nor Windows-1252 has");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-07-01T06:30:00Z, 2026-07-01T06:30:00Z",
    "2026-07-01T06:30:00+01:00, 2026-07-01T05:30:00Z",
    "2026-07-01T06:30:00.250+0100, 2026-07-01T05:30:00.250Z",
    "2026-07-01 06:30, 2026-07-01T05:30:00Z",
    "01/07/2026 06:30, 2026-07-01T05:30:00Z",
    "1/7/2026 6:30:09, 2026-07-01T05:30:09Z",
    "01-07-2026 06:30, 2026-07-01T05:30:00Z",
    "1 Jul 2026 6:30 am, 2026-07-01T05:30:00Z",
    "1782883800, 2026-07-01T05:30:00Z",
    "1782883800000, 2026-07-01T05:30:00Z",
    "31/12/2026 23:59:59.999, 2026-12-31T23:59:59.999Z",
  })
  void momentsInManyWritings(String written, Instant moment) {
    assertThat(logIns(written).events())
        .singleElement()
        .satisfies(event -> assertThat(Instant.ofEpochMilli(event.at())).isEqualTo(moment));
  }

  @ParameterizedTest(name = "{0} is no moment: {1}")
  @CsvSource({
    "07/13/2026 06:30, NO_MOMENT", // the profile says day first
    "2026-02-29 06:30, NO_MOMENT",
    "soon, NO_MOMENT",
    "'', NO_MOMENT",
    "2026-07-01, NO_TIME",
    "01/07/2026, NO_TIME",
    "2026-07-01 24:00, NO_MOMENT",
    "2026-03-29 01:30, SKIPPED_HOUR", // clocks go forward at 01:00
  })
  void whatIsNoMomentIsCountedAndToldByItsLine(String written, Fault fault) {
    Read read = logIns(written);
    assertThat(read.events()).isEmpty();
    assertThat(read.lines().total()).isEqualTo(1);
    assertThat(read.lines().faulty(fault)).isEqualTo(1);
    assertThat(read.lines().sentences())
        .containsExactly(
            "1 line was left out: " + fault.words() + ".",
            "Left out, the first of them: line 2; mend them and send the log again if they"
                + " matter.");
  }

  private Read logIns(String... moments) {
    StringBuilder log = new StringBuilder("Time,Name,Email,Role,IP,Status\n");
    for (String moment : moments) {
      log.append(moment).append(",N,a@x,R,10.0.0.1,Ok\n");
    }
    return read(text(folder.resolve("log.csv"), log.toString()));
  }

  @Test
  void theRepeatedHourFollowsTheOrderOfTheLog() {
    String[] sunday25October = {
      "2026-10-25 00:59:00",
      "2026-10-25 01:10:00",
      "2026-10-25 01:50:00",
      "2026-10-25 01:49:30",
      "2026-10-25 01:05:00",
      "2026-10-25 01:59:00",
      "2026-10-25 02:01:00"
    };
    List<String> utc =
        List.of(
            "2026-10-24T23:59:00Z",
            "2026-10-25T00:10:00Z",
            "2026-10-25T00:50:00Z",
            "2026-10-25T00:49:30Z", // a line that came late is no second hour
            "2026-10-25T01:05:00Z",
            "2026-10-25T01:59:00Z",
            "2026-10-25T02:01:00Z");
    assertThat(instants(logIns(sunday25October))).isEqualTo(utc);
    List<String> backwards = new ArrayList<>(utc);
    java.util.Collections.reverse(backwards);
    String[] reversed = new String[sunday25October.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = sunday25October[reversed.length - 1 - i];
    }
    Read read = logIns(reversed);
    assertThat(read.log().summary().newestFirst()).isTrue();
    assertThat(instants(read)).isEqualTo(backwards);
  }

  private static List<String> instants(Read read) {
    return read.events().stream()
        .map(event -> Instant.ofEpochMilli(event.at()).toString())
        .toList();
  }

  @Test
  void aLineThatBreaksOffStopsNothing() {
    Path file =
        text(
            folder.resolve("log.csv"),
            "Date,User,Table,Action\n2026-03-02 09:00,a,T,View\n2026-03-02 09:01\n\n"
                + "2026-03-02 09:02,\"a,T,View\n2026-03-02 09:03,a,T,View\n");
    Read read = read(file);
    assertThat(read.events()).extracting(AuditEvent::row).containsExactly(2, 3, 6);
    assertThat(read.lines().faulty(Fault.BROKEN)).isEqualTo(1);
    assertThat(read.lines().total()).isEqualTo(5);
    assertThat(read.events().get(1).account()).isEmpty();
  }

  @Test
  void blankLinesAtTheEndAreNoLines() {
    Read read =
        read(
            text(
                folder.resolve("l.csv"), "Date,User,Table,Action\n2026-03-02 09:00,a,T,V\n\n,,\n"));
    assertThat(read.lines().total()).isEqualTo(1);
  }

  @Test
  void aWorkbookMayHoldALogOnSeveralTabs() {
    Path file =
        Sheets.book()
            .sheet("January")
            .row("Date", "User", "Table", "Action")
            .row(LocalDateTime.of(2026, 1, 5, 9, 0), "a", "T", "View")
            .sheet("About")
            .row("This is the log of the trust")
            .sheet("February")
            .row("Changes in February")
            .row("Action", "Table", "User", "Date")
            .row("View", "T", "a", LocalDateTime.of(2026, 2, 5, 9, 0))
            .write(folder.resolve("log.xlsx"));
    Read read = read(file);
    assertThat(read.events()).extracting(AuditEvent::sheet).containsExactly(1, 3);
    assertThat(read.events()).extracting(AuditEvent::row).containsExactly(2, 3);
    assertThat(read.lines().perSheet()).isEqualTo(Map.of(1, 1, 3, 1));
    assertThat(read.log().summary().notes())
        .extracting(note -> note.sentence())
        .contains("Sheet \"About\" holds no such log and was not read.");
  }

  @Test
  void theOptionSaysWhoseLogItIsElseItsNameDoes() {
    String log = "Date,User,Table,Action\n2026-03-02 09:00,a,T,View\n";
    Path file = text(folder.resolve("Fernbank Primary School.csv"), log);
    assertThat(read(file).events().get(0).school()).isEqualTo("Fernbank Primary School");
    Opened asked = reader().open(file, ReadingOptions.none().withSchool("Oakfield Academy"));
    List<AuditEvent> events = new ArrayList<>();
    try (AuditLog opened = (AuditLog) asked) {
      opened.read(events::add);
    } catch (RefusedFile | IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(events.get(0).school()).isEqualTo("Oakfield Academy");
  }

  @Test
  void anAccessLogOfAnUnknownLayoutIsNoLogOfIncidentsAndIsCalledWhatItIs() {
    Path file =
        text(
            folder.resolve("x.csv"),
            "Time,User,IP address,Action taken,Status\n2026-03-02 09:00,a,10.0.0.1,View,Ok\n");
    assertThat(((Refused) open(file)).sentence())
        .startsWith("no incident log found")
        .contains("those of an access log");
    Path totals = text(folder.resolve("y.csv"), "Year,Total\n2026,5\n");
    assertThat(((Refused) open(totals)).sentence())
        .startsWith("no incident log found")
        .doesNotContain("access log");
  }

  @Test
  void anAskedLayoutIsTheOnlyOne() {
    Path file = text(folder.resolve("x.csv"), "Date,User,Table,Action\n2026-03-02 09:00,a,T,V\n");
    assertThat(reader().profiles()).contains("mis-changes", "mis-log-ins", "mis-incident-log");
    assertThat(reader().open(file, ReadingOptions.none().withProfile("mis-changes")))
        .isInstanceOf(AuditLog.class);
    assertThat(
            ((Refused) reader().open(file, ReadingOptions.none().withProfile("mis-log-ins")))
                .sentence())
        .contains("no row holds all headings of the profile \"mis-log-ins\"");
    assertThat(reader().open(file, ReadingOptions.none().withProfile("mis-incident-log")))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "\"{0}\" is {1} records")
  @CsvSource({
    "350, 350",
    "'1,250', 1250",
    "350 records, 350",
    "Failed, 0",
    "'', 0",
    "10.0.0.1, 0",
    "3 of 7, 0",
    "-5, 0",
    "99999999999999999, 1000000000000"
  })
  void numbersOfRecords(String written, long records) {
    assertThat(Records.in(written)).isEqualTo(records);
  }
}
