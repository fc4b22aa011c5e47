package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("command", command);
      document.put("status", status);
      document.put("outputs", outputs);
      document.put("messages", messages);
      print(document);
      return;
    }
    List<String> lines = new ArrayList<>(messages);
    outputs.forEach(output -> lines.add("  " + output));
    Console.out().println(String.join(System.lineSeparator(), lines));
  }

  /** Prints one JSON document on standard output. */
  public static void print(Map<String, Object> document) {
    Console.out().println(JSON.writeValueAsString(document));
  }
}
