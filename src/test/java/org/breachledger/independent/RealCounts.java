package org.breachledger.independent;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The half-yearly counts of a real log, worked out from its rows alone. */
public final class RealCounts {

  /** Stands for all schools together. */
  public static final String ALL = "*";

  /** Stands for all types together. */
  public static final String EVERY_TYPE = "*";

  /**
   * Which columns of a real file hold the school and the days.
   *
   * @param school the heading of the column that names it
   * @param days headings by the date rule: occurred, then identified, then reported
   */
  public record Layout(String school, List<String> days) {

    /** The US health department's breach report: only the day of submission. */
    public static final Layout HHS =
        new Layout("Name of Covered Entity", List.of("Breach Submission Date"));

    /** Washington's notifications: began, else submitted; being aware is no part of the rule. */
    public static final Layout WASHINGTON =
        new Layout("Name", List.of("DateStart", "DateSubmitted"));
  }

  /**
   * What a count is of.
   *
   * @param school folded by {@link #fold}, or {@code *}
   * @param type a breach type's code, {@code UNTYPED}, or {@code *}
   */
  public record Key(String school, String type) {}

  private RealCounts() {}

  /**
   * How many incidents fall in {@code [anchor − 12 months, anchor − 6 months)} and in {@code
   * [anchor − 6 months, anchor)}, for each school and for all, for each type and for all.
   *
   * @param typeOf the breach type of a row by its cells; null counts as {@code UNTYPED}. The type
   *     is the program's business, the counting is ours
   * @return previous and current, by key; keys with two zeros are left out
   */
  public static Map<Key, int[]> counts(
      Path file,
      LocalDate anchor,
      Layout layout,
      Function<Map<String, String>, @Nullable String> typeOf) {
    LocalDate middle = anchor.minusMonths(6);
    LocalDate start = anchor.minusMonths(12);
    Map<Key, int[]> counts = new HashMap<>();
    for (Map<String, String> row : PlainRows.read(file)) {
      Optional<LocalDate> day = PlainDates.first(row, layout.days());
      if (day.isEmpty() || day.get().isBefore(start) || !day.get().isBefore(anchor)) {
        continue;
      }
      int half = day.get().isBefore(middle) ? 0 : 1;
      String school = fold(row.getOrDefault(layout.school(), ""));
      String given = typeOf.apply(row);
      String type = given == null ? "UNTYPED" : given;
      for (String where : List.of(school, ALL)) {
        for (String what : List.of(type, EVERY_TYPE)) {
          counts.computeIfAbsent(new Key(where, what), key -> new int[2])[half]++;
        }
      }
    }
    return counts;
  }

  /** A name without case, spaces and punctuation: two spellings of one sender are one. */
  public static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
