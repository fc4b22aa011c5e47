package org.breachledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** LibreOffice without a window: opens files and tells what it takes for a formula. */
public final class Office {

  /** Comma, quotes, UTF-8, special numbers known, and what looks like a formula worked out. */
  private static final String CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true";

  /** It has no truth values: it keeps those of a workbook as these two. */
  private static final Set<String> TRUTH_VALUES = Set.of("of:=TRUE()", "of:=FALSE()");

  private static final String WORKBOOK = "Calc MS Excel 2007 XML";
  private static final long MINUTES = 5;

  private final Path program;
  private final Path folder;
  private int opened;

  private Office(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The one of this machine; where there is none the test is skipped and says so. */
  public static Office in(Path folder) throws IOException {
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(place -> Path.of(place, "soffice"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "skipped: there is no LibreOffice (soffice) on the path");
    return new Office(program.get(), Files.createDirectories(folder));
  }

  /** The formulas in each file, CSV or workbook, by its path; files without one are not named. */
  public Map<Path, List<String>> formulas(List<Path> files) throws Exception {
    Map<Path, List<String>> found = new TreeMap<>();
    open(files.stream().filter(file -> file.toString().endsWith(".csv")).toList(), CSV, found);
    open(
        files.stream().filter(file -> file.toString().endsWith(".xlsx")).toList(), WORKBOOK, found);
    assertThat(found.keySet()).as("what was opened").containsExactlyInAnyOrderElementsOf(files);
    found.values().removeIf(List::isEmpty);
    return found;
  }

  /** Under numbers, since files of several folders may be called the same. */
  private void open(List<Path> files, String filter, Map<Path, List<String>> found)
      throws Exception {
    if (files.isEmpty()) {
      return;
    }
    Path into = Files.createDirectory(folder.resolve("opened" + ++opened));
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("settings").toUri(),
                "--headless",
                "--infilter=" + filter,
                "--convert-to",
                "fods",
                "--outdir",
                into.toString()));
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).toString();
      String ending = name.substring(name.lastIndexOf('.'));
      command.add(Files.copy(files.get(i), into.resolve(i + ending)).toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said" + opened).toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    for (int i = 0; i < files.size(); i++) {
      found.put(files.get(i), read(into.resolve(i + ".fods")));
    }
  }

  private static List<String> read(Path sheets) throws IOException, XMLStreamException {
    List<String> formulas = new ArrayList<>();
    int cells = 0;
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(sheets)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          cells += xml.getLocalName().equals("table-cell") ? 1 : 0;
          if (xml.getLocalName().equals("dde-link")) {
            formulas.add("a link to another program");
          }
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("formula")
                && !TRUTH_VALUES.contains(xml.getAttributeValue(i))) {
              formulas.add(xml.getAttributeValue(i));
            }
          }
        }
      }
    }
    assertThat(cells).as("cells of %s", sheets.getFileName()).isPositive();
    return formulas;
  }
}
