package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.testing.ClosedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a folder gets an entry, and so does what cannot be opened in it. */
class FileListTest {

  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  @Test
  void filesComeInTheOrderGivenAndHiddenOnesNotAtAll() throws IOException {
    Path second = file("logs/b/2.csv");
    Path first = file("logs/a.csv");
    file("logs/.hidden/3.csv");
    file("logs/~$a.xlsx");
    file("logs/.breachledger-1.part");
    Path alone = file("alone.csv");
    Path missing = folder.resolve("missing.csv");
    assertThat(FileList.of(List.of(missing, alone, folder.resolve("logs"))))
        .containsExactly(missing, alone, first, second);
  }

  /** Links within a folder are no way out of it. */
  @Test
  void whatALinkToAFolderLeadsToIsTakenUnderTheNameOfTheLink() throws IOException {
    file(".kept/logs/b/2.csv");
    file(".kept/logs/a.csv");
    file("other/3.csv");
    Files.createSymbolicLink(folder.resolve(".kept/logs/link"), folder.resolve("other"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(".kept/logs"));
    assertThat(FileList.of(List.of(link)))
        .containsExactly(link.resolve("a.csv"), link.resolve("b/2.csv"));
  }

  @Test
  void aFolderThatCannotBeOpenedIsNamedAndTheOthersAreTaken() throws IOException {
    Path before = file("a/1.csv");
    Path after = file("z/2.csv");
    try (ClosedFolder closed = ClosedFolder.below(folder.resolve("b"))) {
      List<Path> files = FileList.of(List.of(folder));
      assertThat(files).hasSize(3).startsWith(before).endsWith(after);
      assertThat(files.get(1).toString()).startsWith(closed.outer().toString());
    }
  }
}
