package org.breachledger.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.Facts;

/** What becomes of one row of a log: it is taken, with or without gaps, returned, or skipped. */
public sealed interface Outcome {

  /**
   * The row tells of an incident.
   *
   * @param facts what could be read
   * @param gaps what is missing or could not be read, in the order of the columns
   * @param extra text of the columns that feed no field, by heading, and of cells whose words say
   *     more than the value read from them
   */
  record Taken(Facts facts, List<Notice> gaps, Map<String, String> extra) implements Outcome {

    /** Copies, so that an outcome never changes. */
    public Taken {
      gaps = List.copyOf(gaps);
      extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Names the gaps only: extra values may name people. */
    @Override
    public String toString() {
      return "Taken[" + facts + ", gaps " + gaps + "]";
    }
  }

  /**
   * The row cannot be used and goes back to its sender.
   *
   * @param reasons at least one
   * @param cells the whole row as it was written, in the order of the sheet
   */
  record Returned(List<Notice> reasons, List<GridCell> cells) implements Outcome {

    /** Copies, so that an outcome never changes. */
    public Returned {
      reasons = List.copyOf(reasons);
      cells = List.copyOf(cells);
    }

    /** Names the reasons only: cells may name people. */
    @Override
    public String toString() {
      return "Returned" + reasons;
    }
  }

  /**
   * The row holds no incident: it is blank, a total, a note, or the headings over again.
   *
   * @param reason one or two words
   * @param rows how many rows, from this one on, are skipped for it; a run of blank rows is one
   *     outcome
   */
  record Skipped(String reason, int rows) implements Outcome {

    /** A row of a template: it has its number already, and nothing happened. */
    public static final String NUMBER_ONLY = "number without an incident";
  }
}
