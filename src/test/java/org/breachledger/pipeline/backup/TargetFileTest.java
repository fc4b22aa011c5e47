package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is there whole or not at all, and overwrites nothing. */
class TargetFileTest {

  @TempDir private Path folder;

  @Test
  void itAppearsWholeAndForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("a.bak");
    try (TargetFile target = TargetFile.at(file)) {
      try (OutputStream out = target.open()) {
        out.write(new byte[] {1, 2, 3});
        assertThat(file).doesNotExist();
      }
      target.publish();
    }
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(inFolder()).containsExactly(file);
  }

  @Test
  void whatFailsLeavesNothing() throws Exception {
    try (TargetFile target = TargetFile.at(folder.resolve("a.bak"));
        OutputStream out = target.open()) {
      out.write(1);
    }
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void aFileThatIsThereStaysAlsoWhereItCameMeanwhile() throws Exception {
    Path file = folder.resolve("a.bak");
    try (TargetFile target = TargetFile.at(file)) {
      target.open().close();
      Files.writeString(file, "older");
      assertThatThrownBy(target::publish)
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("overwrites nothing");
    }
    assertThatThrownBy(() -> TargetFile.at(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessage(file + " exists already, and a backup overwrites nothing; name another file.");
    assertThat(inFolder()).containsExactly(file);
    assertThat(file).hasContent("older");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> TargetFile.at(folder.resolve("none/a.bak")))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("There is no folder " + folder.resolve("none"));
  }

  private java.util.List<Path> inFolder() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
