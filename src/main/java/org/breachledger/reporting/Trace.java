package org.breachledger.reporting;

import java.util.List;

/**
 * The incidents behind every number of a paper, for those who may see a list of incidents: as many
 * lines as the number says.
 *
 * @param sheets one for each kind of number that is not nil
 */
public record Trace(List<Sheet> sheets) {

  /** The headings of every sheet. */
  public static final List<String> COLUMNS =
      List.of("Number", "Half", "School", "Reference", "Counted on", "Import", "Sheet", "Row");

  /** Of a number of this half. */
  public static final String THIS_HALF = "This half";

  /** Of a number of the half before. */
  public static final String HALF_BEFORE = "Half before";

  /** Of a number of a chart that looks back further than both halves. */
  public static final String EARLIER = "Earlier";

  /** Of a number that is of no half, such as the open actions. */
  public static final String ANY_HALF = "Any";

  /**
   * The lines behind numbers of one kind.
   *
   * @param name the sheet's name, at most 31 characters
   */
  public record Sheet(String name, List<TraceLine> lines) {

    /** Copies the lines. */
    public Sheet {
      lines = List.copyOf(lines);
    }
  }

  /** Leaves out the sheets without a line. */
  public Trace {
    sheets = sheets.stream().filter(sheet -> !sheet.lines().isEmpty()).toList();
  }

  /** Nothing behind the numbers is told. */
  public static Trace none() {
    return new Trace(List.of());
  }
}
