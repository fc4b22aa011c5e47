package org.breachledger.pipeline.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * The jobs in plain words, as the table {@code jobs.csv} has them.
 *
 * @param entries in the order of the table
 */
public record JobGuide(List<Entry> entries) {

  private static final String TABLE = "jobs.csv";

  /** Copies the entries. */
  public JobGuide {
    entries = List.copyOf(entries);
  }

  /**
   * A job as people are told of it.
   *
   * @param job its name
   * @param title what people call it
   * @param does one sentence
   */
  public record Entry(String job, String title, String does) {}

  /**
   * Reads the table.
   *
   * @param jobs the names of the jobs there are
   * @throws org.breachledger.policy.RefusedTable naming the line, where a job is unknown or twice
   */
  public static JobGuide read(PolicySource source, Set<String> jobs) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PolicyTable.Row row :
        PolicyTable.read(source, TABLE, Set.of("job", "title", "does"), Set.of()).rows()) {
      String job = row.need("job");
      if (!jobs.contains(job)) {
        throw row.refuse("there is no job \"" + job + "\"; the jobs are " + jobs);
      }
      if (!seen.add(job)) {
        throw row.refuse("the job \"" + job + "\" stands twice; keep one of the rows");
      }
      entries.add(new Entry(job, row.need("title"), row.need("does")));
    }
    return new JobGuide(entries);
  }

  /** The job of that name; empty where the table has none. */
  public Optional<Entry> find(String job) {
    return entries.stream().filter(entry -> entry.job().equals(job)).findFirst();
  }
}
