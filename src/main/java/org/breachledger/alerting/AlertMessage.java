package org.breachledger.alerting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the ICT security analyst reads: which type, where, the counts before and after, the verdict,
 * what the numbers can bear and what to do next. No personal data and no free text.
 *
 * @param subject one line
 * @param body plain text, lines of at most 72 characters but for addresses, ending with a line
 *     break
 */
public record AlertMessage(String subject, String body) {

  private static final int WIDTH = 72;
  private static final int LABEL = 10;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /**
   * Composes the message of an alert along a route.
   *
   * @param pack as far as it is kept; attached where the route says so
   * @param pages the address of the pages, such as {@code https://log.example.org}; empty where the
   *     installation names none
   */
  public static AlertMessage compose(Alert alert, Route route, Optional<Pack> pack, String pages) {
    Finding finding = alert.finding();
    List<String> lines = new ArrayList<>();
    lines.add("To the " + route.roleTitle());
    lines.add("");
    lines.addAll(figures(finding, route));
    lines.add("");
    lines.add("What to do next");
    for (int i = 0; i < route.next().size(); i++) {
      lines.addAll(wrapped((i + 1) + ". ", route.next().get(i)));
    }
    lines.add("");
    lines.addAll(wrapped("", lies(alert, route, pack, pages) + where(alert, pages)));
    lines.add("");
    lines.addAll(
        wrapped(
            "",
            "This message holds counts only: no names of people, no descriptions. It is sent once"
                + " for this school, type and half year."));
    return new AlertMessage(subject(finding, route), String.join("\n", lines) + "\n");
  }

  private static String subject(Finding finding, Route route) {
    return "%s %s: %s, %d before, %d now"
        .formatted(
            finding.type().title(),
            route.subject(),
            finding.where(),
            finding.previous(),
            finding.current());
  }

  private static List<String> figures(Finding finding, Route route) {
    List<String> lines = new ArrayList<>();
    lines.addAll(labelled("Type", finding.type().title()));
    lines.addAll(labelled("Where", finding.where()));
    lines.addAll(labelled("Before", counted(finding.previous(), finding.from(), finding.middle())));
    lines.addAll(labelled("Now", counted(finding.current(), finding.middle(), finding.anchor())));
    lines.addAll(labelled("Verdict", route.says() + " (" + finding.verdict() + ")"));
    if (!finding.evidence().isBlank()) {
      lines.addAll(labelled("Evidence", finding.evidence()));
    }
    return lines;
  }

  private static String counted(int number, LocalDate first, LocalDate end) {
    return "%d %s, %s to %s"
        .formatted(
            number,
            number == 1 ? "incident" : "incidents",
            DAY.format(first),
            DAY.format(end.minusDays(1)));
  }

  /** Where the pack is to be had by whoever reads this message. */
  private static String lies(Alert alert, Route route, Optional<Pack> pack, String pages) {
    if (pack.isEmpty()) {
      return "No pack of this alert is kept. ";
    }
    String named =
        " and names %d %s. "
            .formatted(
                alert.finding().references(),
                alert.finding().references() == 1 ? "reference" : "references");
    if (route.packAttached()) {
      return "The pack is attached" + named;
    }
    return pages.isEmpty() && !pack.get().place().isEmpty()
        ? "The pack lies in the home of Breachledger, at " + pack.get().place() + "," + named
        : "The pack waits behind the sign-in" + named;
  }

  private static String where(Alert alert, String pages) {
    return pages.isEmpty()
        ? "In Breachledger this is alert number " + alert.alertId() + "."
        : "Alert number " + alert.alertId() + ": " + pages + "/alerts/" + alert.alertId();
  }

  private static List<String> labelled(String label, String text) {
    return wrapped((label + ":" + " ".repeat(LABEL)).substring(0, LABEL), text);
  }

  /** Breaks a text between words; the first line begins with {@code lead}, the others under it. */
  static List<String> wrapped(String lead, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(lead);
    int empty = lead.length();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(empty));
      }
      line.append(line.length() > empty ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
