package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The verdicts over breach types in plain sentences. */
public final class TypeSentences {

  private final List<TypeVerdict> types;

  /** The sentences about these types. */
  public TypeSentences(List<TypeVerdict> types) {
    this.types = types;
  }

  /** One sentence for each verdict that some type with incidents has. */
  public List<String> verdicts() {
    List<String> all = new ArrayList<>();
    add(all, HalfVerdict.NOT_REDUCED, "Did not become fewer: ", TypeSentences::change);
    add(
        all,
        HalfVerdict.NEW,
        "New in this half: ",
        type -> type.title() + " (" + Words.grouped(type.current()) + ")");
    add(all, HalfVerdict.REDUCED, "Became fewer: ", TypeSentences::change);
    add(
        all,
        HalfVerdict.CEASED,
        "Did not occur again: ",
        type -> type.title() + " (" + Words.grouped(type.previous()) + " before)");
    add(all, HalfVerdict.INSUFFICIENT_DATA, "Cannot be judged: ", TypeSentences::change);
    return all;
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
        + Words.grouped(type.previous())
        + " before, now "
        + Words.grouped(type.current())
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
