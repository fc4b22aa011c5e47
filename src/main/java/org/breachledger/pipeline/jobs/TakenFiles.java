package org.breachledger.pipeline.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.breachledger.incident.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What a run that takes in files leaves to its fingerprint: the register after them, before
 * anything of it is judged, and the files it had to leave.
 *
 * @param register the state of the register
 * @param left the files as a hash: their names may name a person
 */
public record TakenFiles(String register, String left) {

  private static final String REGISTER = "register after files";
  private static final String LEFT = "files left";

  /** Keeps it with the run. */
  public void keep(JobExecution run) {
    ExecutionContext context = run.getExecutionContext();
    context.putString(REGISTER, register);
    context.putString(LEFT, left);
  }

  /** What the run kept; null where it takes in no files. */
  static @Nullable TakenFiles of(JobExecution run) {
    ExecutionContext context = run.getExecutionContext();
    return context.containsKey(LEFT)
        ? new TakenFiles(context.getString(REGISTER), context.getString(LEFT))
        : null;
  }

  /** Files of the drop folder as they were when somebody looked. */
  public static final class Listing {

    private final TreeSet<String> lines = new TreeSet<>();

    /** Size and time of change of a file; empty where it is gone. */
    public static String look(Path file) throws IOException {
      try {
        return Files.size(file) + "/" + Files.getLastModifiedTime(file);
      } catch (NoSuchFileException gone) {
        return "";
      }
    }

    /**
     * Adds a file.
     *
     * @param file where it lies now
     * @param look what {@link #look} saw
     */
    public void add(Path file, String look) {
      lines.add(file + "/" + look);
    }

    /** All of them; the order in which they were added is nothing to it. */
    public String hash() {
      return Sha256.of(String.join("\n", lines));
    }
  }
}
