package org.breachledger.alerting;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.alerting.DeadlineWarning.Stage;
import org.breachledger.calendar.London;

/**
 * What the Data Protection Officer reads of deadlines: one message for all that is new in a run.
 * References, duties and times only.
 */
public final class DeadlineMessage {

  private static final int MOST = 1000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMMM yyyy, HH:mm", Locale.UK);

  private DeadlineMessage() {}

  /**
   * Composes the message along a route.
   *
   * @param warnings one or more, in any order
   * @param pages the address of the pages; empty where the installation names none
   */
  public static AlertMessage compose(List<DeadlineWarning> warnings, Route route, String pages) {
    List<String> lines = new ArrayList<>();
    lines.add("To the " + route.roleTitle());
    lines.add("");
    lines.addAll(AlertMessage.wrapped("", route.says()));
    List<DeadlineWarning> listed = ordered(warnings);
    for (Stage stage : Stage.values()) {
      List<DeadlineWarning> at = listed.stream().filter(one -> one.stage() == stage).toList();
      if (!at.isEmpty()) {
        lines.add("");
        lines.add(stage.heading());
        at.forEach(one -> lines.addAll(AlertMessage.wrapped("- ", words(one))));
      }
    }
    if (warnings.size() > MOST) {
      lines.add("");
      lines.add("and " + (warnings.size() - MOST) + " more: see the export of deadlines.");
    }
    lines.addAll(ending(route, pages));
    return new AlertMessage(subject(warnings, route), String.join("\n", lines) + "\n");
  }

  private static List<DeadlineWarning> ordered(List<DeadlineWarning> warnings) {
    return warnings.stream()
        .sorted(
            Comparator.comparing(DeadlineWarning::stage)
                .thenComparing(one -> one.due().orElse(Instant.MIN))
                .thenComparing(one -> one.place().words())
                .thenComparing(DeadlineWarning::reference)
                .thenComparing(DeadlineWarning::duty))
        .limit(MOST)
        .toList();
  }

  private static String words(DeadlineWarning one) {
    String verb = one.stage() == Stage.AFTER ? ": was due " : ": due ";
    return one.reference()
        + ", "
        + one.place().words()
        + ": "
        + one.duty()
        + one.due().map(moment -> verb + MOMENT.format(moment.atZone(London.ZONE))).orElse("");
  }

  private static String subject(List<DeadlineWarning> warnings, Route route) {
    return route.subject()
        + ": "
        + Stream.of(Stage.values())
            .map(stage -> counted(warnings, stage))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
  }

  private static String counted(List<DeadlineWarning> warnings, Stage stage) {
    long count = warnings.stream().filter(one -> one.stage() == stage).count();
    return count == 0 ? "" : count + " " + stage.words();
  }

  private static List<String> ending(Route route, String pages) {
    List<String> lines = new ArrayList<>(List.of("", "What to do next"));
    for (int i = 0; i < route.next().size(); i++) {
      lines.addAll(AlertMessage.wrapped((i + 1) + ". ", route.next().get(i)));
    }
    lines.add("");
    if (!pages.isEmpty()) {
      lines.addAll(AlertMessage.wrapped("", "The record: " + pages));
      lines.add("");
    }
    lines.addAll(
        AlertMessage.wrapped(
            "",
            "Times are London time. This message holds references, duties and times only: no names"
                + " of people, no descriptions. Each of these is told once."));
    return lines;
  }
}
