package org.breachledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesIT {

  private static final Path COMMITTED = Path.of("sample-data");

  @TempDir static Path written;

  @BeforeAll
  static void generateTwice() throws IOException {
    SampleTrust.write(written.resolve("first"));
    SampleTrust.write(written.resolve("second"));
  }

  @Test
  void theGeneratorWritesTheSameBytesEveryTime() throws IOException {
    Map<String, byte[]> first = bytes(written.resolve("first"));
    Map<String, byte[]> second = bytes(written.resolve("second"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, content) -> assertThat(second.get(name)).as(name).isEqualTo(content));
  }

  @Test
  void whatIsCommittedIsWhatTheGeneratorWrites() throws IOException {
    String remedy = "run SampleTrust on sample-data and look at the difference before you commit";
    Map<String, List<String>> committed = content(COMMITTED);
    Map<String, List<String>> generated = content(written.resolve("first"));
    assertThat(committed.keySet()).as(remedy).isEqualTo(generated.keySet());
    generated.forEach(
        (name, lines) ->
            assertThat(committed.get(name)).as("%s: %s", name, remedy).isEqualTo(lines));
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : files(folder)) {
      files.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    return files;
  }

  private static Map<String, List<String>> content(Path folder) throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      files.put(
          name,
          name.endsWith(".csv")
              ? Files.readAllLines(file)
              : name.endsWith(".xlsx")
                  ? parts(file)
                  : List.of(HexFormat.of().formatHex(Files.readAllBytes(file))));
    }
    return files;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{xls,xlsx,csv}")) {
      List<Path> list = new ArrayList<>();
      files.forEach(list::add);
      return list;
    }
  }

  /**
   * The parts that hold cells and styles, each with its sum. What the library writes around them
   * may be spaced otherwise by another Java.
   */
  private static List<String> parts(Path workbook) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().matches("xl/.*\\.xml")) {
          CRC32 sum = new CRC32();
          sum.update(zip.readAllBytes());
          lines.add(entry.getName() + " " + sum.getValue());
        }
      }
    }
    return lines;
  }
}
