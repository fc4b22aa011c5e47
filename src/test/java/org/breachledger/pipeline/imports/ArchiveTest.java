package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breachledger.pipeline.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals lie locked, come back as they were or not at all, and those of before are locked. */
class ArchiveTest {

  private static final Instant NOW = Instant.parse("2026-07-01T03:00:00Z");

  @TempDir private Path folder;
  private Home home;
  private Archive archive;

  @BeforeEach
  void layOut() throws IOException {
    home = new Home(folder.resolve("home")).prepare();
    archive = new Archive(home);
  }

  @Test
  void anOriginalLiesLockedUnderTheHashOfItsPlainBytes() throws Exception {
    String sha256 = kept("Quillfeather");
    Path kept = place(sha256);
    assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1))
        .startsWith("BREACHLEDGER-ARC")
        .doesNotContain("Quillfeather");
    assertThat(opened(sha256)).isEqualTo("Quillfeather");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    byte[] before = Files.readAllBytes(kept);
    kept("Quillfeather");
    assertThat(kept).hasBinaryContent(before);
    assertThat(files(home.archive())).containsExactly(kept);
  }

  @Test
  void anEmptyFileIsKeptToo() throws Exception {
    String sha256 = kept("");
    assertThat(sha256).startsWith("e3b0c44298fc1c14");
    assertThat(opened(sha256)).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsNotHeld() {
    String none = "ab".repeat(32);
    assertThat(archive.holds(none)).isFalse();
    assertThatThrownBy(() -> archive.open(none)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void originalsThatWereSwappedAreNotGivenBack() throws Exception {
    String one = kept("one");
    String other = kept("other");
    Path aside = folder.resolve("aside");
    Files.move(place(one), aside);
    Files.move(place(other), place(one));
    Files.move(aside, place(other));
    for (String sha256 : List.of(one, other)) {
      assertThatThrownBy(() -> opened(sha256))
          .isInstanceOf(ArchiveRefused.class)
          .hasMessage(
              "The original "
                  + sha256
                  + " in the archive is damaged: it is not what was kept. Bring that file back from"
                  + " a backup.");
    }
  }

  /** With a bit of its mark gone it looks like one of before, whose bytes must have its name. */
  @Test
  void everyBitOfTheFileIsGuarded() throws Exception {
    String sha256 = kept("x");
    byte[] locked = Files.readAllBytes(place(sha256));
    for (int bit = 0; bit < locked.length * 8; bit++) {
      byte[] flipped = locked.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(place(sha256), flipped);
      assertThatThrownBy(() -> opened(sha256))
          .as("bit " + bit)
          .isInstanceOf(ArchiveRefused.class)
          .hasMessageContaining(sha256);
    }
  }

  @Test
  void withoutItsKeyNothingIsOpenedAndNoNewOneIsMade() throws Exception {
    String sha256 = kept("one");
    byte[] key = Files.readAllBytes(key());
    Files.delete(key());
    for (Callable<?> work :
        List.<Callable<?>>of(
            () -> opened(sha256),
            () -> kept("other"),
            () -> new PlainOriginals(home, archive).lock(NOW, () -> false))) {
      assertThatThrownBy(work::call)
          .isInstanceOf(ArchiveRefused.class)
          .hasMessageStartingWith("The key of the archive, " + key() + ", is missing")
          .hasMessageContaining("restore a backup into an empty home");
    }
    assertThat(key()).doesNotExist();
    assertThat(files(home.archive())).containsExactly(place(sha256));
    Files.write(key(), key);
    assertThat(opened(sha256)).isEqualTo("one");
  }

  @Test
  void withAnotherKeyItIsSaidWhichIsWanted() throws Exception {
    String sha256 = kept("one");
    Path aside = Files.move(home.archive(), folder.resolve("aside"));
    Files.delete(key());
    kept("other");
    Files.createDirectories(place(sha256).getParent());
    Files.copy(aside.resolve(sha256.substring(0, 2)).resolve(sha256), place(sha256));
    assertThatThrownBy(() -> opened(sha256))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("another key than the one in secrets/archive.key");
  }

  @Test
  void aDamagedKeyIsNoKey() throws Exception {
    for (String damaged : List.of("", "c2hvcnQ=", "?")) {
      Files.writeString(key(), damaged);
      assertThatThrownBy(() -> kept("one"))
          .isInstanceOf(ArchiveRefused.class)
          .hasMessage(key() + " is damaged: it holds no key. Bring it back from a backup.");
    }
    assertThat(files(home.archive())).isEmpty();
  }

  @Test
  void manyThatBeginAtOnceGetTheSameKey() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Path> sent = IntStream.range(0, 64).mapToObj(i -> sent("n" + i, "sent " + i)).toList();
      many.invokeAll(
              sent.stream()
                  .<Callable<Path>>map(
                      file -> () -> new Archive(home).keep(file, Archive.sha256(file)))
                  .toList())
          .forEach(kept -> assertThat(kept).succeedsWithin(Duration.ofSeconds(20)));
      for (Path file : sent) {
        assertThat(opened(Archive.sha256(file))).isEqualTo(Files.readString(file));
      }
      assertThat(files(home.secrets())).containsExactly(key());
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void plainOriginalsOfBeforeAreReadAndThenLocked() throws Exception {
    String one = plain("one");
    String empty = plain("");
    String locked = kept("two");
    byte[] before = Files.readAllBytes(place(locked));
    assertThat(opened(one)).isEqualTo("one");
    assertThat(new PlainOriginals(home, archive).lock(NOW, () -> false))
        .isEqualTo(new PlainOriginals.Outcome(2, 0));
    assertThat(place(one)).content(StandardCharsets.ISO_8859_1).startsWith("BREACHLEDGER-ARC");
    assertThat(opened(one)).isEqualTo("one");
    assertThat(opened(empty)).isEmpty();
    assertThat(place(locked)).hasBinaryContent(before);
    assertThat(new PlainOriginals(home, archive).lock(NOW, () -> false))
        .isEqualTo(new PlainOriginals.Outcome(0, 0));
  }

  /** Locked, it would look as if it were genuine. */
  @Test
  void aPlainOriginalThatIsNotWhatItsNameSaysStaysAndIsNotGivenBack() throws Exception {
    String one = plain("one");
    String other = plain("other");
    Files.writeString(place(one), "onf");
    assertThatThrownBy(() -> opened(one))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("is damaged");
    assertThat(new PlainOriginals(home, archive).lock(NOW, () -> false))
        .isEqualTo(new PlainOriginals.Outcome(1, 1));
    assertThat(place(one)).hasContent("onf");
    assertThat(opened(other)).isEqualTo("other");
    assertThat(files(home.archive())).containsExactlyInAnyOrder(place(one), place(other));
  }

  /** The file that came again is the only good copy, and is deleted soon. */
  @Test
  void aDamagedOriginalIsReplacedWhenItsFileComesAgain() throws Exception {
    String one = kept("one");
    byte[] damaged = Files.readAllBytes(place(one));
    damaged[damaged.length - 1] ^= 1;
    Files.write(place(one), damaged);
    kept("one");
    assertThat(opened(one)).isEqualTo("one");
    String plain = plain("two");
    Files.writeString(place(plain), "twp");
    kept("two");
    assertThat(opened(plain)).isEqualTo("two");
  }

  @Test
  void anArchiveOnAnotherDiskBehindALinkIsLookedThrough() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.delete(home.archive());
    Files.createSymbolicLink(home.archive(), disk);
    plain("one");
    assertThat(new PlainOriginals(home, archive).lock(NOW, () -> false))
        .isEqualTo(new PlainOriginals.Outcome(1, 0));
    Files.delete(key());
    assertThatThrownBy(() -> kept("two")).isInstanceOf(ArchiveRefused.class);
  }

  @Test
  void anEndBeginsNoOther() throws Exception {
    plain("one");
    assertThat(new PlainOriginals(home, archive).lock(NOW, () -> true))
        .isEqualTo(new PlainOriginals.Outcome(0, 0));
  }

  @Test
  void whatAKilledProgramLeftHalfWrittenIsRemovedAfterADay() throws Exception {
    Path below = Files.createDirectories(home.archive().resolve("ab"));
    Path old = Files.writeString(below.resolve(".arriving1"), "half");
    Path young = Files.writeString(below.resolve(".arriving2"), "half");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(24)).minusSeconds(1)));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofHours(24))));
    new PlainOriginals(home, archive).lock(NOW, () -> false);
    assertThat(files(home.archive())).containsExactly(young);
  }

  /** One destroyed while originals are being locked must not come back. */
  @Test
  void whatIsTakenAwayMeanwhileStaysAway() throws Exception {
    List<String> all = IntStream.range(0, 200).mapToObj(i -> plain("one " + i)).toList();
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      var locking = beside.submit(() -> new PlainOriginals(home, archive).lock(NOW, () -> false));
      for (String sha256 : all) {
        PlainOriginals.undisturbed(home, () -> Files.deleteIfExists(place(sha256)));
      }
      assertThat(locking).succeedsWithin(Duration.ofSeconds(60));
      assertThat(files(home.archive())).isEmpty();
    } finally {
      beside.shutdownNow();
    }
  }

  private String kept(String content) throws IOException {
    Path file = sent("sent", content);
    String sha256 = Archive.sha256(file);
    assertThat(archive.keep(file, sha256)).isEqualTo(place(sha256));
    return sha256;
  }

  private String plain(String content) {
    try {
      Path file = sent("sent", content);
      String sha256 = Archive.sha256(file);
      Files.createDirectories(place(sha256).getParent());
      Files.copy(file, place(sha256), StandardCopyOption.REPLACE_EXISTING);
      return sha256;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path sent(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String opened(String sha256) throws IOException {
    try (InputStream in = archive.open(sha256)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path place(String sha256) {
    return home.archive().resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private Path key() {
    return home.secrets().resolve("archive.key");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
