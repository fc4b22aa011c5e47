package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar can be built again by anybody: nothing of its templates is left to chance. */
class CompileTemplatesTest {

  @TempDir private Path folder;

  @Test
  void twoBuildsAreTheSame() throws IOException, JRException {
    List<Path> first = compiled("first");
    List<Path> second = compiled("second");
    assertThat(first).isNotEmpty().hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
    }
  }

  private List<Path> compiled(String name) throws IOException, JRException {
    Path to = folder.resolve(name);
    CompileTemplates.main(new String[] {"report-templates/board", to.toString()});
    try (Stream<Path> files = Files.walk(to)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
