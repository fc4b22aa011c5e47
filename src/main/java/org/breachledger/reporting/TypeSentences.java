package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breachledger.recurrence.ComparedCounts;

/** The verdicts over breach types in plain sentences. */
public final class TypeSentences {

  private final List<TypeVerdict> types;

  /** The sentences about these types. */
  public TypeSentences(List<TypeVerdict> types) {
    this.types = types;
  }

  /**
   * One sentence for each verdict that some type with incidents has, with the counts it compares;
   * and whose they are, where schools are left out.
   */
  public List<String> verdicts() {
    List<String> all = new ArrayList<>();
    add(all, HalfVerdict.NOT_REDUCED, "Did not become fewer: ", TypeSentences::change);
    add(
        all,
        HalfVerdict.NEW,
        "New in this half: ",
        type -> type.title() + " (" + Words.grouped(type.judged().current()) + ")");
    add(all, HalfVerdict.REDUCED, "Became fewer: ", TypeSentences::change);
    add(
        all,
        HalfVerdict.CEASED,
        "Did not occur again: ",
        type -> type.title() + " (" + Words.grouped(type.judged().previous()) + " before)");
    add(all, HalfVerdict.NONE, "None in either half: ", TypeVerdict::title);
    if (!all.isEmpty()) {
      whose().ifPresent(all::add);
    }
    add(all, HalfVerdict.INSUFFICIENT_DATA, "Cannot be judged: ", TypeSentences::change);
    return all;
  }

  /** A type that has incidents at other schools only is none to those that are compared. */
  private Optional<String> whose() {
    return types.stream()
        .map(TypeVerdict::judged)
        .filter(ComparedCounts::ofSome)
        .findFirst()
        .map(
            counts ->
                "These verdicts and counts are those of the schools that submitted every month; "
                    + Words.count(counts.leftOut(), "school")
                    + (counts.leftOut() == 1 ? " is" : " are")
                    + " left out. The table counts all schools.");
  }

  private void add(
      List<String> all, HalfVerdict verdict, String opening, Function<TypeVerdict, String> words) {
    List<String> named =
        types.stream()
            .filter(type -> type.verdict() == verdict && type.happened())
            .map(words)
            .toList();
    if (!named.isEmpty()) {
      all.add(opening + Words.joined(named) + ".");
    }
  }

  private static String change(TypeVerdict type) {
    return type.title()
        + " ("
        + Words.grouped(type.judged().previous())
        + " before, now "
        + Words.grouped(type.judged().current())
        + ")";
  }

  /**
   * Names the types without an incident in either half; empty where there is none. That is no
   * verdict while months are missing.
   *
   * @param complete whether every month of both halves was submitted
   */
  public String quiet(boolean complete) {
    List<String> titles =
        types.stream().filter(type -> !type.happened()).map(TypeVerdict::title).toList();
    if (titles.isEmpty()) {
      return "";
    }
    String sentence = "No incident is on record in either half for: " + String.join("; ", titles);
    return sentence + (complete ? "." : ". Months are missing, so this is not yet a finding.");
  }

  /** How many types alert. */
  int alerts() {
    return (int) types.stream().filter(type -> type.verdict().alert()).count();
  }
}
