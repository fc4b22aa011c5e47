package org.breachledger.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.pipeline.erasure.OriginalSearch.Original;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's words in originals, however they are written, and what of them nobody can read. */
class OriginalSearchIT {

  private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
  private static final String SAID = "sent to Zoë Quillfeather";
  private static final List<String> SOUGHT = List.of("ZOË QUILLFEATHER");

  @TempDir private Path folder;
  private TestDatabase database;
  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.fresh();
    archive = new Archive(new Home(folder.resolve("home")).prepare());
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Stream<Arguments> written() throws IOException {
    byte[] little = SAID.getBytes(StandardCharsets.UTF_16LE);
    byte[] big = SAID.getBytes(StandardCharsets.UTF_16BE);
    return Stream.of(
        Arguments.of("UTF-8", SAID.getBytes(StandardCharsets.UTF_8)),
        Arguments.of("ISO 8859-1", SAID.getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("UTF-16, little end first", little),
        Arguments.of("the same at an odd offset", atAnOddOffset(little)),
        Arguments.of("UTF-16, big end first", big),
        Arguments.of("the same at an odd offset", atAnOddOffset(big)),
        Arguments.of("packed", packed("<c>sent to <b>Zoë</b> Quillfeather</c>")),
        Arguments.of("packed, in the markup", packed("<sheet name=\"" + SAID + "\"/>")),
        Arguments.of(
            "packed, with letters by number", packed("<c>to Zo&#235; Quillf&#x65;ather</c>")),
        Arguments.of(
            "text that begins as what is packed does",
            ("PK,Notes\n1," + SAID + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void wordsAreFoundHoweverTheyAreWritten(String how, byte[] original) throws IOException {
    long importId = sent(original);
    sent("nothing of it".getBytes(StandardCharsets.UTF_8));
    OriginalSearch.Outcome outcome = find();
    assertThat(outcome.found())
        .as(how)
        .containsExactly(new FoundWords("import " + importId, "its original", 1));
    assertThat(outcome.unread()).isEmpty();
  }

  static Stream<Arguments> punctuated() throws IOException {
    return Stream.of(
        Arguments.of("windows-1252", "at O’Quill & Sons".getBytes("windows-1252")),
        Arguments.of("packed", packed("<c>at O’Quill &amp; Sons</c>")),
        Arguments.of("packed, by number", packed("<c>at O&#8217;Quill &#38; Sons</c>")),
        Arguments.of(
            "packed, with an ampersand by itself", packed("<c>A&B at O’Quill & Sons&</c>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("punctuated")
  void signsAmongWordsAreFoundAsTheyAreMeant(String how, byte[] original) throws IOException {
    long importId = sent(original);
    assertThat(find(List.of("o’quill & sons")).found())
        .as(how)
        .extracting(FoundWords::subject)
        .containsExactly("import " + importId);
  }

  static Stream<Arguments> spaced() throws IOException {
    return Stream.of(
        Arguments.of("a line between", "to Zoë\r\n  Quillfeather".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("two blanks", "to ZOË  quillfeather".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("a fixed blank", "Zoë\u00a0Quillfeather".getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of(
            "the letter in two", "Zoe\u0308 Quillfeather".getBytes(StandardCharsets.UTF_8)),
        Arguments.of(
            "far on, over the end of what is read at once",
            (" ".repeat((1 << 16) - 4) + "Zoë" + " ".repeat(70_000) + "Quillfeather")
                .getBytes(StandardCharsets.UTF_8)),
        Arguments.of("packed", packed("<c>Zoë&#10; <b>Quillfeather</b></c>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spaced")
  void linesAndBlanksMakeNoDifference(String how, byte[] original) throws IOException {
    long importId = sent(original);
    assertThat(find().found())
        .as(how)
        .extracting(FoundWords::subject)
        .containsExactly("import " + importId);
  }

  /** The search goes on, and says where it could not look. */
  @Test
  void whatCannotBeReadIsSaidAndTheOthersAreSearched() throws IOException {
    long first = sent("1 " + SAID);
    Original damaged = original("2 " + SAID);
    Path kept = place(damaged);
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length - 1] ^= 1;
    Files.write(kept, bytes);
    Original missing = original("3 " + SAID);
    Files.delete(place(missing));
    byte[] whole = packed("<c>" + noise() + SAID + "</c>");
    byte[] cutShort = Arrays.copyOf(whole, whole.length / 2);
    Original broken = new Original(sent(cutShort), hash(cutShort));
    Original otherKey = original("4 " + SAID);
    byte[] locked = Files.readAllBytes(place(otherKey));
    locked[20] ^= 1;
    Files.write(place(otherKey), locked);
    byte[] closed = underAPassword(packed("<c>" + SAID + "</c>"));
    Original underAPassword = new Original(sent(closed), hash(closed));
    long last = sent("5 " + SAID);

    OriginalSearch.Outcome outcome = find();

    assertThat(outcome.found())
        .extracting(FoundWords::subject)
        .containsExactly("import " + first, "import " + last);
    assertThat(outcome.unread())
        .containsExactly(damaged, missing, broken, otherKey, underAPassword);
  }

  private OriginalSearch.Outcome find() {
    return find(SOUGHT);
  }

  private OriginalSearch.Outcome find(List<String> sought) {
    return database.inTransaction(() -> new OriginalSearch(database.jdbc(), archive).find(sought));
  }

  private Original original(String words) throws IOException {
    return new Original(sent(words), hash(words.getBytes(StandardCharsets.UTF_8)));
  }

  private long sent(String words) throws IOException {
    return sent(words.getBytes(StandardCharsets.UTF_8));
  }

  private long sent(byte[] original) throws IOException {
    Path file = Files.write(folder.resolve("sent"), original);
    String sha256 = Archive.sha256(file);
    archive.keep(file, sha256);
    return database.inTransaction(
        () ->
            new ImportRecords(database.jdbc())
                .open(
                    new ImportRecords.Arrival("sent", sha256, original.length, "", NOW, "policy"),
                    NOW));
  }

  private String hash(byte[] original) throws IOException {
    return Archive.sha256(Files.write(folder.resolve("hashed"), original));
  }

  private Path place(Original one) {
    return folder
        .resolve("home/archive")
        .resolve(one.sha256().substring(0, 2))
        .resolve(one.sha256());
  }

  private static byte[] atAnOddOffset(byte[] words) {
    byte[] moved = new byte[words.length + 1];
    moved[0] = 7;
    System.arraycopy(words, 0, moved, 1, words.length);
    return moved;
  }

  /** Does not pack well, so that half of what is packed is half of what is said. */
  private static String noise() {
    return new Random(1)
        .ints(20_000, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] underAPassword(byte[] workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream closed = encryptor.getDataStream(file)) {
        closed.write(workbook);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
      file.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(String part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream parts = new ZipOutputStream(bytes)) {
      parts.putNextEntry(new ZipEntry("part.xml"));
      parts.write(part.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
