package org.breachledger.pipeline.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.breachledger.calendar.AsOf;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How days, months and numbers are written on the command line, and what is said of others. */
final class PlainValues {

  private PlainValues() {}

  /** Makes a command line and all its commands read them so. */
  static void teach(CommandLine line) {
    line.registerConverter(AsOf.class, PlainValues::asOf);
    plain(line, LocalDate.class, LocalDate::parse, "a day; write it as 2026-07-01");
    plain(line, YearMonth.class, YearMonth::parse, "a month; write it as 2026-07");
    plain(line, Long.class, Long::valueOf, "a whole number");
    plain(line, long.class, Long::valueOf, "a whole number");
    plain(line, Integer.class, Integer::valueOf, "a whole number");
    plain(line, int.class, Integer::valueOf, "a whole number");
  }

  private static AsOf asOf(String word) {
    try {
      return AsOf.parse(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static <T> void plain(
      CommandLine line, Class<T> type, Function<String, T> reading, String wanted) {
    line.registerConverter(
        type,
        word -> {
          try {
            return reading.apply(word);
          } catch (DateTimeException | NumberFormatException e) {
            throw new TypeConversionException("\"" + word + "\" is not " + wanted);
          }
        });
  }
}
