package org.breachledger.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How many incidents each school has of each type in each half-year, and so which verdict the
 * comparison must come to: the one place where the sample data's counts are decided.
 */
public final class Plan {

  /** Kinds beside the breach types: they are no counted incidents. */
  static final List<String> UNCOUNTED = List.of("NEAR_MISS", "NO_EVENT", "INBOUND");

  /** The first days of the four halves, and the day after the last: the demo's anchor. */
  public static final List<LocalDate> HALVES =
      List.of(
          LocalDate.of(2024, 7, 1),
          LocalDate.of(2025, 1, 1),
          LocalDate.of(2025, 7, 1),
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 7, 1));

  private static final String TABLE =
      """
      # school   kind                          2024b 2025a 2025b 2026a  verdict at 1 July 2026
      HARROWFEN  DISCLOSED_IN_ERROR               11    12    13    14  NOT_REDUCED
      HARROWFEN  LOST_IN_TRANSIT                   1     0     1     0  CEASED
      HARROWFEN  LOST_OR_STOLEN_HARDWARE           2     3     4     2  REDUCED
      HARROWFEN  LOST_OR_STOLEN_PAPERWORK          3     2     3     3  NOT_REDUCED
      HARROWFEN  UPLOADED_TO_WEBSITE_IN_ERROR      1     1     0     2  NEW
      HARROWFEN  INSECURE_DISPOSAL_HARDWARE        0     1     0     0  NONE
      HARROWFEN  INSECURE_DISPOSAL_PAPERWORK       1     0     1     1  NOT_REDUCED
      HARROWFEN  TECHNICAL_SECURITY_FAILING        2     2     3     1  REDUCED
      HARROWFEN  EQUIPMENT_OR_SYSTEMS_FAILURE      1     1     2     2  NOT_REDUCED
      HARROWFEN  UNAUTHORISED_ACCESS               2     3     4     2  REDUCED
      HARROWFEN  OTHER                             1     1     1     0  CEASED
      HARROWFEN  NEAR_MISS                         1     2     2     4  -
      HARROWFEN  NO_EVENT                          1     0     1     1  -
      HARROWFEN  INBOUND                           0     1     0     1  -

      QUILLBROOK DISCLOSED_IN_ERROR                6     7     8     5  REDUCED
      QUILLBROOK LOST_IN_TRANSIT                   0     1     0     1  NEW
      QUILLBROOK LOST_OR_STOLEN_HARDWARE           1     1     1     0  CEASED
      QUILLBROOK LOST_OR_STOLEN_PAPERWORK          2     1     2     1  REDUCED
      QUILLBROOK UPLOADED_TO_WEBSITE_IN_ERROR      1     0     1     1  NOT_REDUCED
      QUILLBROOK INSECURE_DISPOSAL_HARDWARE        0     0     0     0  NONE
      QUILLBROOK INSECURE_DISPOSAL_PAPERWORK       0     1     0     0  NONE
      QUILLBROOK TECHNICAL_SECURITY_FAILING        1     0     1     1  NOT_REDUCED
      QUILLBROOK EQUIPMENT_OR_SYSTEMS_FAILURE      1     1     0     1  NEW
      QUILLBROOK UNAUTHORISED_ACCESS               1     0     1     0  CEASED
      QUILLBROOK OTHER                             0     1     1     1  NOT_REDUCED
      QUILLBROOK UNTYPED                          0     0     0     1  -
      QUILLBROOK NEAR_MISS                         1     1     1     2  -
      QUILLBROOK NO_EVENT                          0     1     0     0  -
      QUILLBROOK INBOUND                           0     0     1     0  -

      EASTMARROW DISCLOSED_IN_ERROR                9     8    10     7  REDUCED
      EASTMARROW LOST_IN_TRANSIT                   1     0     0     1  NEW
      EASTMARROW LOST_OR_STOLEN_HARDWARE           2     2     2     3  NOT_REDUCED
      EASTMARROW LOST_OR_STOLEN_PAPERWORK          1     2     2     0  CEASED
      EASTMARROW UPLOADED_TO_WEBSITE_IN_ERROR      1     1     2     1  REDUCED
      EASTMARROW INSECURE_DISPOSAL_HARDWARE        0     0     1     0  CEASED
      EASTMARROW INSECURE_DISPOSAL_PAPERWORK       1     1     0     0  NONE
      EASTMARROW TECHNICAL_SECURITY_FAILING        2     1     1     2  NOT_REDUCED
      EASTMARROW EQUIPMENT_OR_SYSTEMS_FAILURE      1     0     1     0  CEASED
      EASTMARROW UNAUTHORISED_ACCESS               2     2     2     3  NOT_REDUCED
      EASTMARROW OTHER                             0     1     0     0  NONE
      EASTMARROW UNTYPED                          0     0     1     1  -
      EASTMARROW NEAR_MISS                         1     1     2     2  -
      EASTMARROW NO_EVENT                          0     1     1     0  -
      EASTMARROW INBOUND                           0     0     1     0  -

      TALLOWBY   DISCLOSED_IN_ERROR                5     5     4     6  NOT_REDUCED
      TALLOWBY   LOST_IN_TRANSIT                   0     0     0     0  NONE
      TALLOWBY   LOST_OR_STOLEN_HARDWARE           1     0     1     1  NOT_REDUCED
      TALLOWBY   LOST_OR_STOLEN_PAPERWORK          1     1     1     0  CEASED
      TALLOWBY   UPLOADED_TO_WEBSITE_IN_ERROR      0     1     0     1  NEW
      TALLOWBY   INSECURE_DISPOSAL_HARDWARE        0     0     0     1  NEW
      TALLOWBY   INSECURE_DISPOSAL_PAPERWORK       0     0     1     0  CEASED
      TALLOWBY   TECHNICAL_SECURITY_FAILING        0     1     1     1  NOT_REDUCED
      TALLOWBY   EQUIPMENT_OR_SYSTEMS_FAILURE      1     0     0     0  NONE
      TALLOWBY   UNAUTHORISED_ACCESS               1     1     1     1  NOT_REDUCED
      TALLOWBY   OTHER                             1     0     0     1  NEW
      TALLOWBY   NEAR_MISS                         0     1     1     1  -
      TALLOWBY   NO_EVENT                          0     0     0     1  -
      TALLOWBY   INBOUND                           0     0     0     1  -

      FERNCASTER DISCLOSED_IN_ERROR                4     4     5     3  REDUCED
      FERNCASTER LOST_IN_TRANSIT                   0     0     1     0  CEASED
      FERNCASTER LOST_OR_STOLEN_HARDWARE           0     1     0     0  NONE
      FERNCASTER LOST_OR_STOLEN_PAPERWORK          1     1     1     2  NOT_REDUCED
      FERNCASTER UPLOADED_TO_WEBSITE_IN_ERROR      0     1     1     0  CEASED
      FERNCASTER INSECURE_DISPOSAL_HARDWARE        0     0     0     0  NONE
      FERNCASTER INSECURE_DISPOSAL_PAPERWORK       0     0     0     1  NEW
      FERNCASTER TECHNICAL_SECURITY_FAILING        1     0     1     0  CEASED
      FERNCASTER EQUIPMENT_OR_SYSTEMS_FAILURE      0     1     1     1  NOT_REDUCED
      FERNCASTER UNAUTHORISED_ACCESS               0     1     0     1  NEW
      FERNCASTER OTHER                             1     0     0     0  NONE
      FERNCASTER NEAR_MISS                         0     1     1     2  -
      FERNCASTER NO_EVENT                          0     0     1     0  -
      FERNCASTER INBOUND                           0     0     0     0  -

      # Dunnoway never sent November 2025, so that no verdict may be given on it.
      DUNNOWAY   DISCLOSED_IN_ERROR                5     5     6     5  INSUFFICIENT_DATA
      DUNNOWAY   LOST_IN_TRANSIT                   1     0     0     1  INSUFFICIENT_DATA
      DUNNOWAY   LOST_OR_STOLEN_HARDWARE           1     1     1     1  INSUFFICIENT_DATA
      DUNNOWAY   LOST_OR_STOLEN_PAPERWORK          1     2     1     1  INSUFFICIENT_DATA
      DUNNOWAY   UPLOADED_TO_WEBSITE_IN_ERROR      0     0     1     0  INSUFFICIENT_DATA
      DUNNOWAY   INSECURE_DISPOSAL_HARDWARE        0     0     0     0  INSUFFICIENT_DATA
      DUNNOWAY   INSECURE_DISPOSAL_PAPERWORK       0     1     0     0  INSUFFICIENT_DATA
      DUNNOWAY   TECHNICAL_SECURITY_FAILING        1     1     0     1  INSUFFICIENT_DATA
      DUNNOWAY   EQUIPMENT_OR_SYSTEMS_FAILURE      0     1     1     1  INSUFFICIENT_DATA
      DUNNOWAY   UNAUTHORISED_ACCESS               1     1     1     0  INSUFFICIENT_DATA
      DUNNOWAY   OTHER                             1     0     0     1  INSUFFICIENT_DATA
      DUNNOWAY   NEAR_MISS                         1     1     1     1  -
      DUNNOWAY   NO_EVENT                          0     0     0     1  -
      DUNNOWAY   INBOUND                           0     1     0     0  -
      """;

  /**
   * One line of the plan.
   *
   * @param kind a breach type's code, UNTYPED, or NEAR_MISS, NO_EVENT, INBOUND
   * @param counts the number in each half, in the order of {@link #HALVES}
   * @param verdict what the comparison must say at 1 July 2026; {@code -} where it says nothing
   */
  public record Line(SampleSchool school, String kind, List<Integer> counts, String verdict) {

    /** Whether these incidents count in the six-month comparison. */
    public boolean counted() {
      return !UNCOUNTED.contains(kind);
    }
  }

  private Plan() {}

  /** Every line, in the plan's order. */
  public static List<Line> list() {
    return TABLE
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Plan::line)
        .toList();
  }

  private static Line line(String written) {
    String[] cells = written.split(" +");
    List<Integer> counts = Arrays.stream(cells, 2, 6).map(Integer::valueOf).toList();
    return new Line(SampleSchool.get(cells[0]), cells[1], counts, cells[6]);
  }
}
