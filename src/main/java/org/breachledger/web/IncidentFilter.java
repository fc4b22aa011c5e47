package org.breachledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.breachledger.access.Right;
import org.breachledger.incident.BreachType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which incidents somebody looks for. What cannot be read narrows nothing.
 *
 * @param q a part of the reference
 * @param school the school's number
 * @param type a breach type's code
 * @param level a Category Level
 * @param from the first day
 * @param to the last day, inclusive
 * @param state open or closed
 * @param wants what it waits for: overdue, running or review
 * @param counted what it is counted as: incident, near-miss, non-event or inbound
 * @param page from 1
 */
record IncidentFilter(
    String q,
    String school,
    String type,
    String level,
    String from,
    String to,
    String state,
    String wants,
    String counted,
    int page) {

  /** The search that these fields of an address ask for, from its first page. */
  static IncidentFilter of(Map<String, String> fields) {
    Function<String, String> said = name -> fields.getOrDefault(name, "");
    return new IncidentFilter(
        said.apply("q"),
        said.apply("school"),
        said.apply("type"),
        said.apply("level"),
        said.apply("from"),
        said.apply("to"),
        said.apply("state"),
        said.apply("wants"),
        said.apply("counted"),
        1);
  }

  /** How many stand on a page. */
  static final int PAGE = 50;

  /** What an incident can wait for. */
  private static final Map<String, String> WANTS =
      Map.of(
          "overdue", "i.overdue",
          "running", "i.running",
          "review", "i.needs_review",
          "six-months", "i.review_due");

  /** What an incident can be counted as. */
  private static final List<String> COUNTED =
      List.of("incident", "near-miss", "non-event", "inbound");

  /** A condition with its values. */
  record Condition(String sql, List<Object> values) {}

  /** What {@code incident_glance i} is asked, for somebody who sees one school only or all. */
  Condition condition(@Nullable Integer onlySchool) {
    List<String> parts = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    if (onlySchool != null) {
      parts.add("i.school_id = ?");
      values.add(onlySchool);
    }
    if (!q.isBlank()) {
      parts.add("position(lower(?) in i.reference_folded) > 0");
      values.add(q.strip());
    }
    number(school).ifPresent(id -> add(parts, "i.school_id = ?", values, id));
    if (type.equals(BreachType.UNTYPED)) {
      add(parts, "(i.breach_type is null or i.breach_type = ?)", values, type);
    } else if (!type.isEmpty()) {
      add(parts, "i.breach_type = ?", values, type);
    }
    number(level).ifPresent(one -> add(parts, "i.level = ?", values, one));
    day(from).ifPresent(day -> add(parts, "i.day >= ?", values, day));
    day(to).ifPresent(day -> add(parts, "i.day <= ?", values, day));
    if (state.equals("open") || state.equals("closed")) {
      parts.add(state.equals("open") ? "not i.closed" : "i.closed");
    }
    if (WANTS.containsKey(wants)) {
      parts.add(WANTS.get(wants));
    }
    if (COUNTED.contains(counted)) {
      add(parts, "i.counted_as = ?", values, counted);
    }
    return new Condition(String.join(" and ", parts), values);
  }

  private static void add(List<String> parts, String sql, List<Object> values, Object value) {
    parts.add(sql);
    values.add(value);
  }

  /** Whether anything is looked for in particular. */
  public boolean narrowed() {
    return !String.join("", q, school, type, level, from, to, state, wants, counted).isBlank();
  }

  /**
   * The address of the incidents that a comparison counts of a type; empty where this account sees
   * no incidents.
   *
   * @param school 0 for all schools
   * @param end the day after the last
   */
  static String counted(SignedIn me, int school, String type, LocalDate from, LocalDate end) {
    if (!me.may(Right.INCIDENTS) && !me.may(Right.OWN_INCIDENTS)) {
      return "";
    }
    return new IncidentFilter(
            "",
            school == 0 || !me.may(Right.INCIDENTS) ? "" : Integer.toString(school),
            type,
            "",
            from.toString(),
            end.minusDays(1).toString(),
            "",
            "",
            "incident",
            1)
        .address(1);
  }

  /** How many rows lie before this page. */
  int before() {
    return (Math.max(1, Math.min(page, 100_000)) - 1) * PAGE;
  }

  /** The address of another page of the same search. */
  public String address(int other) {
    return search("/incidents").queryParam("page", other).encode().build().toUriString();
  }

  /** The address of the same search as a file. */
  public String table(String as) {
    return search("/incidents/table").queryParam("as", as).encode().build().toUriString();
  }

  private UriComponentsBuilder search(String page) {
    return UriComponentsBuilder.fromPath(page)
        .queryParam("q", q)
        .queryParam("school", school)
        .queryParam("type", type)
        .queryParam("level", level)
        .queryParam("from", from)
        .queryParam("to", to)
        .queryParam("state", state)
        .queryParam("wants", wants)
        .queryParam("counted", counted);
  }

  private static Optional<Integer> number(String written) {
    return written.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(written)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written.strip().toUpperCase(Locale.ROOT)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
