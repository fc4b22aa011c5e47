package org.breachledger.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many lines of an access log were read, and which of them said nothing that can be used. */
public final class AuditLines {

  private static final int SHOWN = 10;

  /** Why a line says nothing that can be used. */
  public enum Fault {
    /** The line breaks off, or its quotation marks do not close. */
    BROKEN("broken line"),
    /** No cell for the moment, or one that cannot be read in the order of the profile. */
    NO_MOMENT("moment that cannot be read"),
    /** A date without a time of day: nothing can be told within minutes. */
    NO_TIME("date without a time of day"),
    /** A local time in the hour that March skips. */
    SKIPPED_HOUR("time in the hour that clocks skip in March");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** The fault in words. */
    public String words() {
      return words;
    }
  }

  private final Map<Integer, Integer> perSheet = new TreeMap<>();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<String> where = new ArrayList<>();
  private boolean timeOfDay;

  /** Counts lines of a sheet, blank ones between others with them. */
  public void count(int sheet, int lines) {
    perSheet.merge(sheet, lines, Integer::sum);
  }

  /** Counts a line that cannot be used. */
  public void fault(Fault fault, int sheet, int row) {
    if (faults.merge(fault, 1, Integer::sum) <= SHOWN && where.size() < SHOWN) {
      where.add((sheet > 1 ? "sheet " + sheet + " " : "") + "line " + row);
    }
  }

  /** Notes that a line has a time of day other than midnight. */
  public void timeOfDay() {
    timeOfDay = true;
  }

  /** Whether any line has a time of day other than midnight. */
  public boolean hasTimeOfDay() {
    return timeOfDay;
  }

  /** The lines below the headings, by sheet position. */
  public Map<Integer, Integer> perSheet() {
    return Collections.unmodifiableMap(perSheet);
  }

  /** All lines below the headings. */
  public int total() {
    return perSheet.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many lines have a fault. */
  public int faulty() {
    return faults.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many lines have this fault. */
  public int faulty(Fault fault) {
    return faults.getOrDefault(fault, 0);
  }

  /** One sentence for each kind of fault, without what the lines say; the first ten are named. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    faults.forEach(
        (fault, lines) ->
            sentences.add(
                lines
                    + (lines == 1 ? " line was" : " lines were")
                    + " left out: "
                    + fault.words()
                    + "."));
    if (!where.isEmpty()) {
      sentences.add(
          "Left out, the first of them: "
              + String.join(", ", where)
              + "; mend them and send the log again if they matter.");
    }
    return sentences;
  }
}
