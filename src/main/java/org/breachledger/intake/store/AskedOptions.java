package org.breachledger.intake.store;

import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of an import, as its record keeps it: the same bytes under other options are
 * another log.
 */
public final class AskedOptions {

  private static final Pattern KEY =
      Pattern.compile("[^/]*/(?<school>.*?)/\\[[-+0-9, ]*](?:/.*)?", Pattern.DOTALL);

  private AskedOptions() {}

  /**
   * The key of these options.
   *
   * @param stated what a person said of the headings; empty where nothing
   */
  public static String key(
      @Nullable String profile,
      @Nullable String school,
      SortedSet<YearMonth> covers,
      String stated) {
    return (profile == null ? "" : profile)
        + "/"
        + (school == null ? "" : school)
        + "/"
        + covers
        + (stated.isEmpty() ? "" : "/" + stated);
  }

  /** The school that was named beside the file; empty where none was. */
  public static Optional<String> findSchool(String key) {
    Matcher asked = KEY.matcher(key);
    return asked.matches()
        ? Optional.of(asked.group("school")).filter(school -> !school.isBlank())
        : Optional.empty();
  }
}
