package org.breachledger.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.AlertRefused;
import org.breachledger.alerting.Measure;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.casework.ByWhom;
import org.breachledger.policy.PolicyProfile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where an alert is acknowledged, forwarded to the board and decided on. What waits to be sent
 * leaves with the next delivery.
 */
@Page
class AlertForms {

  private static final String TAKEN = "taken";

  private final AlertLife life;
  private final Routes routes;
  private final PolicyProfile policy;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AlertForms(
      AlertLife life,
      Routes routes,
      PolicyProfile policy,
      TransactionTemplate transactions,
      Clock clock) {
    this.life = life;
    this.routes = routes;
    this.policy = policy;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PostMapping("/alerts/{id}/acknowledge")
  String acknowledge(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    return taken(
        id, "The alert is acknowledged.", answer, at -> life.acknowledge(id, me.getUsername(), at));
  }

  @PostMapping("/alerts/{id}/forward")
  String forward(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    return taken(
        id,
        "The alert is forwarded to the board; its message leaves with the next delivery.",
        answer,
        at -> life.forward(id, routes, me.getUsername(), at));
  }

  @PostMapping("/alerts/{id}/decide")
  String decide(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes answer) {
    Optional<Measure> known = Measure.find(measure);
    Optional<LocalDate> day = day(due);
    if (known.isPresent() && !owner.isBlank() && day.isPresent()) {
      AlertDecision decision =
          new AlertDecision(
              known.get(),
              ByWhom.parse(owner.strip(), policy),
              day.get(),
              Optional.of(why.strip()).filter(text -> !text.isEmpty()));
      return taken(
          id,
          "The decision is recorded.",
          answer,
          at -> life.decide(id, decision, me.getUsername(), at));
    }
    answer.addFlashAttribute("measure", measure);
    answer.addFlashAttribute("owner", owner);
    answer.addFlashAttribute("due", due);
    answer.addFlashAttribute("why", why);
    if (known.isEmpty()) {
      return problem(id, "Choose a measure: training, policy or control", "#measure", answer);
    }
    return owner.isBlank()
        ? problem(id, "Enter who owns the measure", "#owner", answer)
        : problem(id, "Enter the last day, such as 2026-10-01", "#due", answer);
  }

  private String taken(
      long id, String sentence, RedirectAttributes answer, Consumer<Instant> step) {
    try {
      transactions.executeWithoutResult(status -> step.accept(clock.instant()));
      answer.addFlashAttribute(TAKEN, sentence);
      return back(id);
    } catch (AlertRefused refused) {
      if (refused.wrongUsage()) {
        throw new NotThere();
      }
      return problem(id, "This " + refused.sentence(), "#main", answer);
    }
  }

  private static String problem(long id, String sentence, String field, RedirectAttributes answer) {
    answer.addFlashAttribute("problem", sentence);
    answer.addFlashAttribute("at", field);
    return back(id);
  }

  private static String back(long id) {
    return "redirect:/alerts/" + id;
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
