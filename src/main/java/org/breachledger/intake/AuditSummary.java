package org.breachledger.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an access log before its lines are taken.
 *
 * @param profile the layout it was recognised by
 * @param sheets the sheets that hold it, in the order of the file; at least one
 * @param mapping what each heading feeds, such as {@code User} to {@code account}
 * @param unmapped the headings nothing is taken from
 * @param newestFirst whether its first lines run from the newest to the oldest
 * @param notes what the sender is told: hidden things in the file
 */
public record AuditSummary(
    String profile,
    List<Sheet> sheets,
    Map<String, String> mapping,
    List<String> unmapped,
    boolean newestFirst,
    List<FileNote> notes) {

  /**
   * One sheet that holds lines.
   *
   * @param number its position, from 1
   * @param name as its tab shows it; empty for text files
   * @param headerRow the row of its headings; 0 where every line names its own values
   */
  public record Sheet(int number, String name, int headerRow) {}

  /** Copies, so that a summary never changes. */
  public AuditSummary {
    sheets = List.copyOf(sheets);
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    unmapped = List.copyOf(unmapped);
    notes = List.copyOf(notes);
  }
}
