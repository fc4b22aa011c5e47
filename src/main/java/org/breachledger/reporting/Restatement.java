package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/**
 * What earlier papers gave of this paper's halves and is no longer right. Those papers stay as they
 * were published; their readers are told here.
 *
 * @param halves each half of which a number differs
 * @param figures each count of a type that differs, over all schools first
 * @param verdicts each verdict on a type that differs from an earlier edition's about the same
 *     halves
 * @param tablesChanged whether the policy's tables were edited since the earlier paper
 */
public record Restatement(
    List<RestatedHalf> halves,
    List<RestatedFigure> figures,
    List<RestatedVerdict> verdicts,
    boolean tablesChanged) {

  private static final int MOST_LISTED = 40;

  /** Copies the lists. */
  public Restatement {
    halves = List.copyOf(halves);
    figures = List.copyOf(figures);
    verdicts = List.copyOf(verdicts);
  }

  /** Every number published before still stands. */
  public static Restatement none() {
    return new Restatement(List.of(), List.of(), List.of(), false);
  }

  /** Whether every number published before still stands, so that there is nothing to print. */
  public boolean isEmpty() {
    return halves.isEmpty() && figures.isEmpty() && verdicts.isEmpty();
  }

  /** The counts a paper lists: all, or the first of very many. */
  public List<RestatedFigure> listed() {
    return figures.subList(0, Math.min(MOST_LISTED, figures.size()));
  }

  /** That numbers changed, in one sentence for the summary; empty where none did. */
  public String summary() {
    return isEmpty()
        ? ""
        : "Numbers that an earlier paper gave for these halves have changed; they are listed under"
            + " \"Changed since an earlier paper\".";
  }

  /**
   * What changed, half by half, and each verdict that did; types found to have none in one line.
   */
  public List<String> sentences() {
    List<String> all = new ArrayList<>();
    halves.forEach(half -> all.add(half.sentence()));
    verdicts.stream()
        .filter(verdict -> !verdict.foundNone())
        .forEach(verdict -> all.add(verdict.sentence()));
    all.addAll(foundNone());
    if (tablesChanged) {
      all.add(
          "The tables of the policy were edited between the papers, so that incidents may be judged"
              + " otherwise.");
    }
    return all;
  }

  /** The types of which there were none, once the missing months had come; none where no such. */
  private List<String> foundNone() {
    List<String> types =
        verdicts.stream().filter(RestatedVerdict::foundNone).map(RestatedVerdict::type).toList();
    return types.isEmpty()
        ? List.of()
        : List.of(
            Words.capitalCount(types.size(), "type")
                + " that could not be judged "
                + (types.size() == 1 ? "is" : "are")
                + " now found to have had none in either half: "
                + String.join("; ", types)
                + ".");
  }

  /** What is to be known below the table. */
  public String note() {
    int rest = figures.size() - listed().size();
    return (rest == 0
            ? ""
            : Words.capitalCount(rest, "more number")
                + " changed; the command restatements lists them all. ")
        + "The earlier paper stays as it was published.";
  }
}
