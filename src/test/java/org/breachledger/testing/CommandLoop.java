package org.breachledger.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.breachledger.pipeline.cli.CommandLineDoor;
import org.breachledger.pipeline.cli.Console;

/**
 * The program's door held open: one command line after the other is read from standard input, each
 * answered as a start of the program would answer it. Arguments stand between tabs; after every
 * answer both outputs carry {@link #END}, standard output with the exit code.
 */
public final class CommandLoop {

  /** Follows every answer; no answer holds it. */
  static final String END = "\u0004";

  private CommandLoop() {}

  /** Answers until standard input ends. */
  public static void main(String[] none) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int code = CommandLineDoor.run(line.split("\t", -1));
      System.out.flush();
      System.err.flush();
      Console.out().println(END + code);
      Console.err().println(END);
    }
  }
}
