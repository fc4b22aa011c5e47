package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.exchange.CsvPassThrough.Passed;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;

/** What the commands over a CSV file answer. */
final class PassThrough {

  private static final int SHOWN = 20;

  private PassThrough() {}

  /** The work of a command. */
  interface Work {
    Passed run() throws UnreadableFile, IOException;
  }

  /** Does the work and answers; a file that cannot be read is a refused file. */
  static int run(String command, CommandLineDoor door, Path out, Work work) throws IOException {
    try {
      Passed passed = work.run();
      new Answer(command, "done", List.of(out.toString()), said(passed, out)).print(door.json());
      return ExitCode.DONE;
    } catch (UnreadableFile refused) {
      return refused(command, door, refused);
    }
  }

  /** How many rows went where, and which were returned. */
  static List<String> said(Passed passed, Path out) {
    List<String> said = new ArrayList<>();
    said.add(passed.rows() + (passed.rows() == 1 ? " row" : " rows") + " written to " + out);
    List<String> returned = passed.returned();
    said.addAll(returned.subList(0, Math.min(returned.size(), SHOWN)));
    if (returned.size() > SHOWN) {
      said.add((returned.size() - SHOWN) + " more left out for the same reason");
    }
    return said;
  }

  /** Answers for a refused file. */
  static int refused(String command, CommandLineDoor door, UnreadableFile refused) {
    String sentence = String.valueOf(refused.getMessage());
    if (door.json()) {
      new Answer(command, "refused", List.of(), List.of(sentence)).print(true);
    }
    Console.err().println(sentence);
    return ExitCode.REFUSED;
  }
}
