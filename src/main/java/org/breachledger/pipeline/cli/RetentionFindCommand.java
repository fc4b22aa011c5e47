package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.erasure.FoundWords;
import org.breachledger.pipeline.erasure.OriginalSearch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Says where the record holds a person's words or name. They are read from standard input or a
 * file: on a command line they would stay in the shell's history.
 */
@Command(
    name = "find",
    description = "say where words or names stand; a line each, from standard input or a file")
final class RetentionFindCommand implements Callable<Integer> {

  private static final int SHORTEST = 3;
  private static final int MOST = 1000;

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Option(names = "--words", paramLabel = "FILE", description = "read them from this file")
  private @Nullable Path file;

  @Override
  public Integer call() throws Exception {
    List<String> words = words();
    try (RetentionSession session = new RetentionSession(parent.door(), "retention find")) {
      OriginalSearch.Outcome outcome = session.find(words);
      List<FoundWords> found = outcome.found();
      boolean complete = outcome.unread().isEmpty();
      new Answer(
              "retention find",
              complete ? "done" : "incomplete",
              List.of(),
              ErasureShown.found(outcome))
          .print(
              parent.door().json(),
              "found",
              found.stream().map(ErasureShown::row).toList(),
              found.stream().map(ErasureShown::line).toList());
      return complete ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  private List<String> words() {
    String text;
    try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WrongUsage("the words could not be read");
    }
    List<String> words =
        text.replace("\uFEFF", "").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (words.isEmpty() || words.size() > MOST) {
      throw new WrongUsage(
          "give from 1 to " + MOST + " words or phrases, each on a line of its own");
    }
    if (words.stream().anyMatch(word -> word.length() < SHORTEST)) {
      throw new WrongUsage("each word or phrase needs " + SHORTEST + " letters or more");
    }
    return words;
  }
}
