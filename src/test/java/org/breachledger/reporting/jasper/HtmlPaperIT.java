package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every paper as a page meets WCAG 2.2 A and AA, on a desk and on a phone. */
class HtmlPaperIT {

  private static final PaperPress PRESS = new PaperPress();

  @TempDir private Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void axeSeesWhatBarsPeople() {
    chromium.open("data:text/html,<title>Odd</title><img src='x'><p style='width:900px'>Wide", 500);
    assertThat(chromium.objections()).anyMatch(found -> found.startsWith("image-alt"));
    assertThat(chromium.overhang()).isPositive();
  }

  static Stream<Paper> papers() {
    return AccessiblePdfIT.papers();
  }

  @ParameterizedTest
  @MethodSource("papers")
  void axeObjectsToNothingAndNothingHangsOver(Paper paper) throws IOException {
    Path page = folder.resolve("paper.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      PRESS.write(paper, PaperFormat.HTML, out);
    }
    chromium.open(page.toUri().toString(), 1280);
    assertThat(chromium.objections()).isEmpty();
    chromium.open(page.toUri().toString(), 500);
    assertThat(chromium.overhang()).isZero();
  }
}
