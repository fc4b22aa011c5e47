package org.breachledger.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicyProfile.HourRounding;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/**
 * The duties of a policy profile, in the order of its table.
 *
 * @param duties those with a time limit and those whose hours are only shown
 */
public record Duties(List<Duty> duties) {

  private static final Set<String> COLUMNS =
      Set.of(
          "duty",
          "title",
          "starts",
          "instead",
          "done",
          "limit",
          "unit",
          "needed",
          "statutory",
          "warn_before",
          "who",
          "source");

  /** Copies the duties. */
  public Duties {
    duties = List.copyOf(duties);
  }

  /**
   * Reads the table of duties a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line and what is allowed
   */
  public static Duties read(PolicySource source, PolicyProfile profile) {
    PolicyTable table =
        PolicyTable.read(source, profile.tables().duties(), COLUMNS, Set.of("calendar"));
    List<Duty> duties = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Row row : table.rows()) {
      if (!seen.add(row.need("duty"))) {
        throw row.refuse("duty \"" + row.get("duty") + "\" stands twice");
      }
      duties.add(duty(row, profile, source));
    }
    return new Duties(duties);
  }

  /** The duties that have a time limit, and so a verdict. */
  public List<Duty> timed() {
    return duties.stream().filter(duty -> duty.limit().isPresent()).toList();
  }

  /** The duties whose hours are only shown. */
  public List<Duty> untimed() {
    return duties.stream().filter(duty -> duty.limit().isEmpty()).toList();
  }

  private static Duty duty(Row row, PolicyProfile profile, PolicySource source) {
    if (profile.findTitle(row.need("who")).isEmpty()) {
      throw row.refuse(
          "role \"" + row.get("who") + "\" in column \"who\" has no title in " + profile.name());
    }
    return new Duty(
        row.get("duty"),
        row.need("title"),
        moment(row, row.need("starts")),
        instead(row),
        moment(row, row.need("done")),
        limit(row, profile, source),
        needed(row),
        row.number("warn_before"),
        row.get("who"),
        row.get("source"));
  }

  private static List<Field> instead(Row row) {
    return Arrays.stream(row.get("instead").split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> moment(row, name))
        .toList();
  }

  private static Field moment(Row row, String name) {
    return Field.find(name)
        .filter(field -> field.kind() == FieldKind.MOMENT)
        .orElseThrow(() -> row.refuse("\"" + name + "\" is no field that holds a moment"));
  }

  private static Optional<Limit> limit(Row row, PolicyProfile profile, PolicySource source) {
    if (!row.get("calendar").isEmpty() && !row.get("unit").equals("working-days")) {
      throw row.refuse("a calendar matters only to working-days; leave column \"calendar\" empty");
    }
    return switch (row.need("unit")) {
      case "hours" -> Optional.of(hours(row, profile.hourRounding()));
      case "calendar-months" -> Optional.of(new Limit.CalendarMonths(length(row)));
      case "review-period" -> Optional.of(reviewPeriod(row, profile));
      case "working-days" ->
          Optional.of(
              new Limit.WorkingDayLimit(
                  length(row), BankHolidays.read(source, row.need("calendar"))));
      case "same-day" -> Optional.of(new Limit.SameDay());
      case "at-once" -> Optional.of(new Limit.AtOnce());
      case "none" -> Optional.empty();
      default ->
          throw row.refuse(
              "unit \""
                  + row.get("unit")
                  + "\" is unknown; allowed are hours, calendar-months, review-period,"
                  + " working-days, same-day, at-once and none");
    };
  }

  /** As long as a window of the comparison: the profile says how long, and only the profile. */
  private static Limit reviewPeriod(Row row, PolicyProfile profile) {
    if (!row.get("limit").isEmpty()) {
      throw row.refuse(
          "the length of a review-period is \"months\" under \"review\" in the profile; leave"
              + " column \"limit\" empty");
    }
    return new Limit.CalendarMonths(profile.review().months());
  }

  private static Limit hours(Row row, HourRounding rounding) {
    boolean full =
        switch (row.need("statutory")) {
          case "yes" -> rounding == HourRounding.NEXT_HOUR;
          case "no" -> false;
          default -> throw row.refuse("column \"statutory\" must be yes or no");
        };
    return full ? new Limit.FullHours(length(row)) : new Limit.Hours(length(row));
  }

  private static int length(Row row) {
    int length = row.number("limit");
    if (length < 1) {
      throw row.refuse("a limit is 1 or more, not " + length);
    }
    return length;
  }

  private static Duty.Needed needed(Row row) {
    return Arrays.stream(Duty.Needed.values())
        .filter(needed -> needed.name().toLowerCase(Locale.ROOT).equals(row.need("needed")))
        .findFirst()
        .orElseThrow(
            () ->
                row.refuse(
                    "\""
                        + row.get("needed")
                        + "\" in column \"needed\" is unknown; allowed are always, decision and"
                        + " notification"));
  }
}
