package org.breachledger.messy;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One messy file and what must become of it.
 *
 * @param name what is messy about it
 * @param maker writes it
 * @param options how its sender sends it
 * @param rows one line for each outcome, in the words of {@link Outcomes}; several sheets are told
 *     apart by their number ({@code 2!5})
 * @param file what must be true of the file: {@code headings in row 4}, {@code note dates_read},
 *     {@code no note formulas}, {@code covers 2024-01}, {@code unmapped Weather}, {@code dates DMY}
 * @param refusal why it is refused; null where it is read
 */
record MessySheet(
    String name,
    Maker maker,
    ReadingOptions options,
    List<String> rows,
    List<String> file,
    @Nullable Refusal refusal) {

  static MessySheet of(String name, Maker maker) {
    return new MessySheet(name, maker, ReadingOptions.none(), List.of(), List.of(), null);
  }

  /** One line a row; blank lines and idents do not matter. */
  MessySheet expecting(String lines) {
    return new MessySheet(name, maker, options, lines(lines), file, refusal);
  }

  MessySheet andFile(String... facts) {
    List<String> all = new ArrayList<>(file);
    all.addAll(List.of(facts));
    return new MessySheet(name, maker, options, rows, all, refusal);
  }

  MessySheet sentWith(ReadingOptions how) {
    return new MessySheet(name, maker, how, rows, file, refusal);
  }

  MessySheet refusedAs(Refusal why) {
    return new MessySheet(name, maker, options, List.of(), file, why);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
