package org.breachledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or as it was, and what cannot be replaced is written to. */
class WholeFileTest {

  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void write(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anUnfinishedFileLeavesTheOldOneAndNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old");
    try (WholeFile whole = WholeFile.begin(file)) {
      Files.writeString(whole.path(), "half");
      assertThat(whole.path()).hasParent(folder);
      assertThat(whole.path().getFileName().toString()).startsWith(".").endsWith(".part");
    }
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("list.csv");
  }

  @Test
  void aFailureOfTheRowsLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old");
    assertThatThrownBy(
            () -> {
              try (SafeCsv csv = SafeCsv.create(file, List.of("a"))) {
                csv.row(List.of("1"));
                throw new IllegalStateException("no more rows");
              }
            })
        .hasMessage("no more rows");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("list.csv");
  }

  /** Every write to /dev/full fails as on a full disk. */
  @Test
  void aFullDiskIsToldAndNotHidden() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    assertThatThrownBy(
            () -> {
              try (SafeCsv csv = SafeCsv.create(full, List.of("a"))) {
                csv.done();
              }
            })
        .isInstanceOfAny(IOException.class, UncheckedIOException.class);
    assertThat(full).exists();
  }

  @Test
  void aWholeFileReplacesTheOldOneAndKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("list.csv");
  }

  /** Only root may give files away; others may to the groups they are in. */
  @Test
  void groupAndOwnerOfTheOldFileStay() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root gives files away");
    Path file = Files.writeString(folder.resolve("list.csv"), "old");
    Files.setAttribute(file, "unix:gid", 4_321);
    Files.setAttribute(file, "unix:uid", 1_234);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Object before = Files.getAttribute(file, "unix:ino");
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(Files.readAttributes(file, "unix:gid,uid,permissions"))
        .containsEntry("gid", 4_321)
        .containsEntry("uid", 1_234)
        .containsEntry("permissions", PosixFilePermissions.fromString("rw-rw----"));
    assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(before);
  }

  @Test
  void aFileWhoseGroupANewOneCannotHaveIsWrittenStraight() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old and longer");
    Object before = Files.getAttribute(file, "unix:ino");
    try (WholeFile whole = WholeFile.begin(file, (part, older) -> false)) {
      assertThat(names()).containsExactly("list.csv");
      whole.write("new".getBytes(StandardCharsets.UTF_8));
      whole.done();
    }
    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }

  @Test
  void aBeginningThatFailsLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.begin(
                    file,
                    (part, older) -> {
                      assertThat(part).exists();
                      throw new IOException("no attributes");
                    }))
        .hasMessage("no attributes");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("list.csv");
  }

  /** As the system answers for a file that is a mount of its own. */
  @Test
  void aFileThatCannotBeMovedToIsWrittenWhenTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old and longer");
    Object before = Files.getAttribute(file, "unix:ino");
    try (WholeFile whole = WholeFile.begin(file)) {
      whole.write("new".getBytes(StandardCharsets.UTF_8));
      assertThat(file).hasContent("old and longer");
      whole.done(
          (part, target) -> {
            throw new FileSystemException(target.toString(), null, "Device or resource busy");
          });
    }
    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
    assertThat(names()).containsExactly("list.csv");
  }

  @Test
  void aShorterTextWrittenStraightLeavesNothingOfTheOld() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "old and longer");
    try (WholeFile whole = WholeFile.straight(file)) {
      whole.write("new".getBytes(StandardCharsets.UTF_8));
      whole.done();
    }
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  void aNewFileHasThePermissionsOfAnyOther() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    write(folder.resolve("deep/er/list.csv"), "new");
    Path file = folder.resolve("deep/er/list.csv");
    assertThat(file).hasContent("new");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void whatALinkNamesIsReplacedAndTheLinkStays() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("elsewhere/real.csv"));
    Path twice = Files.createSymbolicLink(folder.resolve("twice.csv"), link);
    write(twice, "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.isSymbolicLink(twice)).isTrue();
    assertThat(elsewhere.resolve("real.csv")).hasContent("new");
    Path ahead = Files.createSymbolicLink(folder.resolve("ahead.csv"), Path.of("elsewhere/to-be"));
    write(ahead, "new");
    assertThat(elsewhere.resolve("to-be")).hasContent("new");
  }

  @Test
  void linksInARingAreRefused() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    assertThatThrownBy(() -> write(one, "new")).isInstanceOf(FileSystemException.class);
    assertThat(names()).containsExactly("one", "two");
  }

  @Test
  void aPipeIsWrittenStraight() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(made(pipe), "this system has no mkfifo");
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    write(pipe, "through the pipe");
    assertThat(read.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo("through the pipe");
    assertThat(names()).containsExactly("pipe");
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * As with {@code --out /dev/stdout >> file}: the open file is written, none comes in its place.
   */
  @Test
  void anOpenFileIsWrittenStraight() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "this system has no /proc");
    Path file = Files.writeString(folder.resolve("open"), "old");
    Object before = Files.getAttribute(file, "unix:ino");
    try (var held =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.READ)) {
      Path name = descriptor(file);
      Path link = Files.createSymbolicLink(folder.resolve("stdout"), name);
      write(link, "new");
      assertThat(held.isOpen()).isTrue();
    }
    assertThat(file).hasContent("new");
    assertThat(Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS)).isEqualTo(before);
  }

  private static Path descriptor(Path file) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(each -> leadsTo(each, file)).findFirst().orElseThrow();
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFileNobodyMayWriteIsNotReplaced() throws IOException {
    assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everything");
    Path file = Files.writeString(folder.resolve("kept.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> write(file, "new")).isInstanceOf(FileSystemException.class);
    assertThat(file).hasContent("old");
  }
}
