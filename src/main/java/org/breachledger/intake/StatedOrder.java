package org.breachledger.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The order of day and month that headings and titles ask for, such as {@code dd/mm/yyyy}. */
final class StatedOrder {

  private static final Pattern DAY_FIRST = pattern("dd?[/.\\- ]mm?[/.\\- ]yy");
  private static final Pattern MONTH_FIRST = pattern("mm?[/.\\- ]dd?[/.\\- ]yy");

  private StatedOrder() {}

  private static Pattern pattern(String order) {
    return Pattern.compile("(?<!\\p{L})" + order, Pattern.CASE_INSENSITIVE);
  }

  /** The order asked for; empty where none is, or both are. */
  static Optional<DateOrder> in(Stream<String> words) {
    boolean day = false;
    boolean month = false;
    for (String text : words.toList()) {
      day |= DAY_FIRST.matcher(text).find();
      month |= MONTH_FIRST.matcher(text).find();
    }
    return day == month ? Optional.empty() : Optional.of(day ? DateOrder.DMY : DateOrder.MDY);
  }
}
