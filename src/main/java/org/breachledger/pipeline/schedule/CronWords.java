package org.breachledger.pipeline.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Quartz's expressions as people say them; what it cannot say is shown as it is written. */
final class CronWords {

  private static final List<String> WEEK = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<String> YEAR =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private CronWords() {}

  /** Six fields in words, such as "every day at 03:00". */
  static String of(String cron) {
    String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
    return fields.length == 6
        ? days(fields[3], fields[4], fields[5])
            .flatMap(days -> time(fields, days))
            .orElse(plain(cron))
        : plain(cron);
  }

  private static String plain(String cron) {
    return "by the pattern " + cron;
  }

  private static Optional<String> time(String[] fields, String days) {
    if (!fields[0].equals("0") || !fields[1].matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int minute = Integer.parseInt(fields[1]);
    if (fields[2].equals("*")) {
      String hourly = minute == 0 ? "every hour" : "every hour at " + minute + " minutes past";
      return Optional.of(days.equals("every day") ? hourly : days + ", " + hourly);
    }
    if (!fields[2].matches("\\d{1,2}(,\\d{1,2})*")) {
      return Optional.empty();
    }
    List<String> times =
        Arrays.stream(fields[2].split(","))
            .map(hour -> "%02d:%02d".formatted(Integer.parseInt(hour), minute))
            .toList();
    return Optional.of(days + " at " + and(times));
  }

  private static Optional<String> days(String day, String month, String weekday) {
    Optional<String> months = list(month, CronWords::month);
    boolean anyMonth = month.equals("*");
    if (day.equals("?") || day.equals("*")) {
      boolean anyDay = weekday.equals("?") || weekday.equals("*");
      Optional<String> days =
          anyDay
              ? Optional.of("every day")
              : list(weekday, CronWords::weekday).map("every "::concat);
      return anyMonth ? days : days.flatMap(all -> months.map(in -> all + " in " + in));
    }
    if (!weekday.equals("?")) {
      return Optional.empty();
    }
    Optional<String> numbers = list(day, CronWords::number);
    String of = anyMonth ? " of every month" : months.map(" of "::concat).orElse("");
    return of.isEmpty() ? Optional.empty() : numbers.map(all -> "on day " + all + of);
  }

  /** Single values and from-to, with commas; empty where one is something else. */
  private static Optional<String> list(String field, Function<String, Optional<String>> word) {
    List<Optional<String>> parts =
        Arrays.stream(field.split(",")).map(part -> range(part, word)).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(and(parts.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  private static Optional<String> range(String part, Function<String, Optional<String>> word) {
    String[] ends = part.split("-", -1);
    return ends.length == 2
        ? word.apply(ends[0]).flatMap(from -> word.apply(ends[1]).map(to -> from + " to " + to))
        : word.apply(part);
  }

  private static Optional<String> number(String written) {
    return written.matches("\\d{1,2}") ? Optional.of(written) : Optional.empty();
  }

  private static Optional<String> month(String written) {
    return index(written, YEAR)
        .map(index -> Month.of(index).getDisplayName(TextStyle.FULL, Locale.UK));
  }

  /** Quartz counts from Sunday. */
  private static Optional<String> weekday(String written) {
    return index(written, WEEK)
        .map(index -> DayOfWeek.SUNDAY.plus(index - 1L).getDisplayName(TextStyle.FULL, Locale.UK));
  }

  /** The place of a name or number in a list, from 1. */
  private static Optional<Integer> index(String written, List<String> names) {
    int index = number(written).map(Integer::parseInt).orElseGet(() -> names.indexOf(written) + 1);
    return index >= 1 && index <= names.size() ? Optional.of(index) : Optional.empty();
  }

  private static String and(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }
}
