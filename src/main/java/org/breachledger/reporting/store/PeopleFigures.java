package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.WithheldNumbers;

/**
 * The people affected, over all schools at once: what is withheld from one paper depends on what
 * the others print.
 */
final class PeopleFigures {

  private final Halves halves;
  private final PaperWords words;
  private final SmallNumbers limit;
  private final List<HalfIncident> counted;
  private final List<Integer> schools;
  private final List<String> types;
  private final WithheldNumbers before;
  private final WithheldNumbers now;

  PeopleFigures(Halves halves, PaperWords words, SmallNumbers limit, List<HalfIncident> incidents) {
    this.halves = halves;
    this.words = words;
    this.limit = limit;
    this.counted = incidents.stream().filter(HalfIncident::counted).toList();
    this.schools = counted.stream().map(HalfIncident::schoolId).distinct().sorted().toList();
    this.types = counted.stream().map(HalfIncident::breachType).distinct().sorted().toList();
    this.before = WithheldNumbers.of(numbers(false), limit);
    this.now = WithheldNumbers.of(numbers(true), limit);
  }

  /** What the paper of one school prints; the board's for school 0. */
  PeopleAffected of(int schoolId) {
    List<HalfIncident> own =
        counted.stream()
            .filter(incident -> schoolId == 0 || incident.schoolId() == schoolId)
            .toList();
    List<PeopleAffected.Row> rows = new ArrayList<>();
    if (own.stream().anyMatch(HalfIncident::peopleKnown)) {
      types.stream()
          .filter(type -> own.stream().anyMatch(ofType(type)))
          .sorted(Comparator.comparing(words::type))
          .forEach(
              type ->
                  rows.add(
                      row(words.type(type), schoolId, type, own.stream().filter(ofType(type)))));
      rows.add(row("All types", schoolId, "", own.stream()));
    }
    return new PeopleAffected(
        rows,
        limit,
        unknown(own, false),
        unknown(own, true),
        own.stream().anyMatch(HalfIncident::peopleInRange));
  }

  private PeopleAffected.Row row(
      String title, int schoolId, String type, Stream<HalfIncident> incidents) {
    List<HalfIncident> own = incidents.toList();
    return new PeopleAffected.Row(
        title,
        printed(before, schoolId, type, own.stream().filter(in(false)).toList()),
        printed(now, schoolId, type, own.stream().filter(in(true)).toList()));
  }

  private String printed(
      WithheldNumbers numbers, int schoolId, String type, List<HalfIncident> own) {
    if (!own.isEmpty() && own.stream().noneMatch(HalfIncident::peopleKnown)) {
      return PeopleAffected.NOT_KNOWN;
    }
    return numbers.printed(
        schoolId == 0 ? schools.size() : schools.indexOf(schoolId),
        type.isEmpty() ? types.size() : types.indexOf(type));
  }

  private int unknown(List<HalfIncident> own, boolean current) {
    return (int) own.stream().filter(in(current)).filter(one -> !one.peopleKnown()).count();
  }

  private long[][] numbers(boolean current) {
    long[][] numbers = new long[schools.size()][types.size()];
    counted.stream()
        .filter(in(current))
        .forEach(
            incident ->
                numbers[schools.indexOf(incident.schoolId())][
                        types.indexOf(incident.breachType())] +=
                    incident.people());
    return numbers;
  }

  private Predicate<HalfIncident> in(boolean current) {
    return incident ->
        current
            ? incident.in(halves.middle(), halves.end())
            : incident.in(halves.start(), halves.middle());
  }

  private static Predicate<HalfIncident> ofType(String type) {
    return incident -> incident.breachType().equals(type);
  }
}
