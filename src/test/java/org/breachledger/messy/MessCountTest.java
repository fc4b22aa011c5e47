package org.breachledger.messy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promise kept: at least 30 classes of mess, five sheets each, 150 in all. */
class MessCountTest {

  @Test
  void thirtyClassesOfMessWithFiveSheetsEach() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (String name : classesOfMess()) {
      Class<?> found = Class.forName(Mess.class.getPackageName() + "." + name);
      Mess mess = (Mess) found.getDeclaredConstructor().newInstance();
      counts.put(name, mess.sheets().size());
      mess.sheets().forEach(sheet -> names.add(name + ": " + sheet.name()));
    }
    assertThat(counts).hasSizeGreaterThanOrEqualTo(30);
    assertThat(counts.values()).as("sheets of each class").allMatch(sheets -> sheets >= 5);
    assertThat(names).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }

  private static List<String> classesOfMess() throws IOException, URISyntaxException {
    URL own = Objects.requireNonNull(MessCountTest.class.getResource("MessCountTest.class"));
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(Path.of(own.toURI()).getParent()))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("\\w+MessTest\\.class"))
          .map(name -> name.replace(".class", ""))
          .sorted()
          .toList();
    }
  }
}
