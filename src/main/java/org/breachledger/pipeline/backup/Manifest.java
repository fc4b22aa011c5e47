package org.breachledger.pipeline.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds, written as its last part.
 *
 * @param program version of the program that wrote it
 * @param schema version of the database's layout
 * @param moment when its tables were read, all at once
 * @param tables every table of the record
 * @param sequences where each counter stands
 * @param files the files of the home's folders
 * @param heads where each trust's audit chain ends
 */
public record Manifest(
    String program,
    String schema,
    Instant moment,
    List<Table> tables,
    List<Sequence> sequences,
    List<Kept> files,
    List<Head> heads) {

  /** Copies the lists. */
  public Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    files = List.copyOf(files);
    heads = List.copyOf(heads);
  }

  /**
   * A table.
   *
   * @param columns in the order their values are written in
   * @param rows how many, of all trusts together
   * @param bytes size of its text
   * @param sha256 over its text, rows in the order of their key
   */
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

    /** Copies the list. */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A counter.
   *
   * @param last the number it gave out last, or will first
   * @param called whether it gave one out yet
   */
  public record Sequence(String name, long last, boolean called) {}

  /**
   * A file.
   *
   * @param name below the home, with slashes
   */
  public record Kept(String name, long bytes, String sha256) {}

  /** Where the audit chain of a trust ends. */
  public record Head(int trust, long seq, String hash) {}

  /** How many rows a table has; 0 where there is no such table. */
  public long rows(String table) {
    return tables.stream().filter(one -> one.name().equals(table)).mapToLong(Table::rows).sum();
  }

  /** What it holds, in a sentence for a person. */
  public String sentence() {
    return "It holds "
        + counted("incident", "incident", "incidents")
        + ", "
        + counted("import_file", "import", "imports")
        + ", "
        + counted("report_paper", "paper", "papers")
        + " and "
        + counted("audit_entry", "audit entry", "audit entries")
        + " of "
        + counted("trust", "trust", "trusts")
        + ", as they stood at "
        + moment
        + ".";
  }

  private String counted(String table, String one, String many) {
    long rows = rows(table);
    return rows + " " + (rows == 1 ? one : many);
  }
}
