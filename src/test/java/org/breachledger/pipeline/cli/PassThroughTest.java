package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.breachledger.exchange.CsvPassThrough.Passed;
import org.junit.jupiter.api.Test;

/** Whoever passes a file through is told of the rows left out, and not of thousands of them. */
class PassThroughTest {

  private static List<String> said(int returned) {
    return PassThrough.said(
        new Passed(1, Collections.nCopies(returned, "line 2: left out")), Path.of("out.csv"));
  }

  @Test
  void twentyRowsLeftOutAreNamedAndTheOthersCounted() {
    assertThat(said(0)).containsExactly("1 row written to out.csv");
    assertThat(said(20)).hasSize(21).endsWith("line 2: left out");
    assertThat(said(21)).hasSize(22).endsWith("1 more left out for the same reason");
  }
}
