package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;

/** What the commands over a CSV file answer. */
final class PassThrough {

  private PassThrough() {}

  /** The work of a command. */
  interface Work {
    long run() throws UnreadableFile, IOException;
  }

  /** Does the work and answers; a file that cannot be read is a refused file. */
  static int run(String command, CommandLineDoor door, Path out, Work work) throws IOException {
    try {
      long rows = work.run();
      new Answer(command, "done", List.of(out.toString()), List.of(written(rows, out)))
          .print(door.json());
      return ExitCode.DONE;
    } catch (UnreadableFile refused) {
      return refused(command, door, refused);
    }
  }

  /** How many rows went where. */
  static String written(long rows, Path out) {
    return rows + (rows == 1 ? " row" : " rows") + " written to " + out;
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
