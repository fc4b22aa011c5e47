package org.breachledger.casework;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.casework.OpeningHours.Holiday;
import org.breachledger.casework.OpeningHours.Hours;
import org.breachledger.incident.FoldedText;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.TypeDefinition;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.RefusedTable;

/** Reads the rules of signals and refuses what nobody could act on. */
final class SignalRulesFile {

  static final String FILE = "intake/signals.yaml";

  private static final int MOST_GROUPS = 60;
  private static final int MOST_MINUTES = 7 * 24 * 60;

  private final PolicySource source;
  private final PolicyDocument document;

  private SignalRulesFile(PolicySource source, PolicyDocument document) {
    this.source = source;
    this.document = document;
  }

  static SignalRulesFile read(PolicySource source) {
    PolicyDocument document = PolicyDocument.read(source, FILE);
    document.allow("disorder_minutes", "not_people", "words", "events", "hours", "rules");
    return new SignalRulesFile(source, document);
  }

  Duration disorder() {
    return Duration.ofMinutes(number(document, "disorder_minutes", 0, MOST_MINUTES));
  }

  Set<String> notPeople() {
    return document.list("not_people").stream().map(FoldedText::of).collect(Collectors.toSet());
  }

  EventWords words() {
    EventWords words = new EventWords();
    PolicyDocument groups = block(document, "words");
    if (groups.entries().size() > MOST_GROUPS) {
      throw groups.refuse("there are more than " + MOST_GROUPS + " groups of words");
    }
    groups.entries().keySet().forEach(group -> words.group(group, groups.list(group)));
    for (PolicyDocument event : document.blocks("events")) {
      event.allow("event", "has", "has_not");
      words.kind(
          event.need("event"),
          known(event, "has", words.groupNames(), true),
          known(event, "has_not", words.groupNames(), false));
    }
    return words;
  }

  OpeningHours hours() {
    PolicyDocument block = block(document, "hours");
    List<String> keys = new ArrayList<>(List.of("bank_holidays", "school_holidays"));
    Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String key = day.name().toLowerCase(Locale.ROOT);
      keys.add(key);
      if (!block.need(key).equals("closed")) {
        week.put(day, hours(block, key));
      }
    }
    block.allow(keys.toArray(String[]::new));
    return new OpeningHours(week, bankHolidays(block), schoolHolidays(block));
  }

  private static Hours hours(PolicyDocument block, String key) {
    String[] ends = block.need(key).split("-");
    try {
      Hours hours = new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
      if (hours.from().isBefore(hours.to())) {
        return hours;
      }
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      // refused below, with what is allowed
    }
    throw wrong(block, key, "write closed, or hours of one day such as 07:00-18:00");
  }

  private Set<LocalDate> bankHolidays(PolicyDocument block) {
    String table = block.find("bank_holidays").orElse("");
    Set<LocalDate> days = new HashSet<>();
    if (!table.isEmpty()) {
      for (PolicyTable.Row row :
          PolicyTable.read(source, table, Set.of("date", "name"), Set.of()).rows()) {
        if (!days.add(day(row, "date"))) {
          throw row.refuse("this day stands twice");
        }
      }
    }
    return days;
  }

  private List<Holiday> schoolHolidays(PolicyDocument block) {
    String table = block.find("school_holidays").orElse("");
    if (table.isEmpty()) {
      return List.of();
    }
    return PolicyTable.read(source, table, Set.of("school", "from", "to", "name"), Set.of())
        .rows()
        .stream()
        .map(SignalRulesFile::holiday)
        .toList();
  }

  private static Holiday holiday(PolicyTable.Row row) {
    Holiday holiday =
        new Holiday(FoldedText.of(row.get("school")), day(row, "from"), day(row, "to"));
    if (holiday.to().isBefore(holiday.from())) {
      throw row.refuse("this holiday ends before it begins");
    }
    return holiday;
  }

  private static LocalDate day(PolicyTable.Row row, String column) {
    try {
      return LocalDate.parse(row.need(column));
    } catch (DateTimeException e) {
      throw row.refuse("column \"" + column + "\" must hold a date such as 2026-12-25");
    }
  }

  List<SignalRule> rules() {
    EventWords words = words();
    Set<String> types =
        BreachTypes.read(source).list().stream()
            .map(TypeDefinition::code)
            .collect(Collectors.toSet());
    List<SignalRule> rules = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (PolicyDocument block : document.blocks("rules")) {
      rules.add(rule(block, words, types));
      if (!codes.add(block.need("rule"))) {
        throw wrong(block, "rule", "rule \"" + block.need("rule") + "\" stands twice");
      }
    }
    return List.copyOf(rules);
  }

  private static SignalRule rule(PolicyDocument block, EventWords words, Set<String> types) {
    block.allow(
        "rule",
        "title",
        "counts",
        "by",
        "events",
        "except",
        "hours",
        "within_minutes",
        "lines",
        "records",
        "addresses",
        "breach_type");
    if (!types.contains(block.need("breach_type"))) {
      throw wrong(block, "breach_type", "there is no breach type of this code");
    }
    int lines = threshold(block, "lines");
    int records = threshold(block, "records");
    int addresses = threshold(block, "addresses");
    if (lines + records + addresses == 0) {
      throw block.refuse("write a threshold: lines, records or addresses");
    }
    return new SignalRule(
        block.need("rule"),
        block.need("title"),
        block.need("counts"),
        choice(block, "by", "account", "address").equals("account")
            ? SignalRule.By.ACCOUNT
            : SignalRule.By.ADDRESS,
        Set.copyOf(known(block, "events", words.kindNames(), false)),
        Set.copyOf(known(block, "except", words.kindNames(), false)),
        block.find("hours").isPresent() && choice(block, "hours", "closed", "any").equals("closed"),
        Duration.ofMinutes(number(block, "within_minutes", 1, MOST_MINUTES)),
        lines,
        records,
        addresses,
        block.need("breach_type"));
  }

  private static int threshold(PolicyDocument block, String key) {
    return block.find(key).isEmpty() ? 0 : number(block, key, 1, Integer.MAX_VALUE / 4);
  }

  private static List<String> known(
      PolicyDocument block, String key, List<String> allowed, boolean needed) {
    List<String> named = block.list(key);
    if (needed && named.isEmpty()) {
      throw block.refuse("key \"" + key + "\" is missing; list one or more of " + allowed);
    }
    for (String name : named) {
      if (!allowed.contains(name)) {
        throw wrong(
            block, key, "\"" + name + "\" is unknown; allowed are " + String.join(", ", allowed));
      }
    }
    return named;
  }

  private static String choice(PolicyDocument block, String key, String one, String other) {
    String choice = block.need(key);
    if (!choice.equals(one) && !choice.equals(other)) {
      throw wrong(block, key, "key \"" + key + "\" must be " + one + " or " + other);
    }
    return choice;
  }

  private static int number(PolicyDocument block, String key, int least, int most) {
    try {
      int number = Integer.parseInt(block.need(key));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, with what is allowed
    }
    throw wrong(
        block, key, "key \"" + key + "\" must be a whole number from " + least + " to " + most);
  }

  private static PolicyDocument block(PolicyDocument document, String key) {
    return document
        .block(key)
        .orElseThrow(() -> document.refuse("key \"" + key + "\" is missing; write its block"));
  }

  private static RefusedTable wrong(PolicyDocument block, String key, String what) {
    return new RefusedTable(block.file(), block.lineOf(key), what);
  }
}
