package org.breachledger.pipeline.cli;

import java.util.Iterator;
import java.util.List;

/** The jobs a person may run, known without opening an installation. */
final class JobNames {

  static final List<String> ALL =
      List.of(
          "nightly",
          "half-yearly",
          "half-yearly-again",
          "watch-deadlines",
          "governor-reports",
          "board-report",
          "working-group-report",
          "deliver-papers",
          "learn-types");

  private JobNames() {}

  /** The same, as the help lists them. */
  static final class Choices implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  static void refuseUnknown(String job) {
    if (!ALL.contains(job)) {
      throw new WrongUsage(
          "there is no job \"" + job + "\"; the jobs are " + String.join(", ", ALL));
    }
  }
}
