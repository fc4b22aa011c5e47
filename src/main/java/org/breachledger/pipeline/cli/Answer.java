package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command answers: plain sentences for a person, or one JSON document for a program.
 *
 * @param command the command's name
 * @param status one word, such as {@code done}
 * @param outputs files and folders that were written
 * @param messages plain sentences
 */
public record Answer(String command, String status, List<String> outputs, List<String> messages) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Copies the lists. */
  public Answer {
    outputs = List.copyOf(outputs);
    messages = List.copyOf(messages);
  }

  /** Prints the answer on standard output. */
  public void print(boolean json) {
    if (json) {
      print(document());
    } else {
      Console.out().println(plain());
    }
  }

  /** Prints the answer of a command that was refused: its sentences are diagnostics. */
  int refuse(boolean json) {
    if (json) {
      print(document());
    } else {
      Console.err().println(plain());
    }
    return ExitCode.REFUSED;
  }

  private String plain() {
    List<String> lines = new ArrayList<>(messages);
    outputs.forEach(output -> lines.add("  " + output));
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * Prints the answer with rows behind it: sentences for a person, the cells for a program.
   *
   * @param key what the rows are called
   * @param lines a sentence for each row
   */
  void print(
      boolean json, String key, List<Map<String, @Nullable Object>> rows, List<String> lines) {
    if (json) {
      Map<String, Object> document = document();
      document.put(key, rows);
      print(document);
      return;
    }
    List<String> said = new ArrayList<>(messages);
    lines.forEach(line -> said.add("  " + line));
    new Answer(command, status, outputs, said).print(false);
  }

  /** Says on standard error, or in a document, why nothing was done; gives the exit code. */
  static int refuse(String command, String sentence, boolean json) {
    return new Answer(command, "refused", List.of(), List.of(sentence)).refuse(json);
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("command", command);
    document.put("status", status);
    document.put("outputs", outputs);
    document.put("messages", messages);
    return document;
  }

  /** Prints one JSON document on standard output. */
  public static void print(Map<String, Object> document) {
    Console.out().println(JSON.writeValueAsString(document));
  }
}
