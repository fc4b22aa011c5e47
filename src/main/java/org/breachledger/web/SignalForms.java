package org.breachledger.web;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.breachledger.web.SignalDecisions.TooLate;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms on a signal's page: whom it is about, making it an incident, dismissing it. */
@Page
class SignalForms {

  private final SignalDecisions decisions;

  SignalForms(SignalDecisions decisions) {
    this.decisions = decisions;
  }

  @FunctionalInterface
  private interface Work {
    String done(Typed typed) throws SQLException, JobExecutionException;
  }

  /** Shows the account once; that it was shown stands in the audit trail. */
  @PostMapping("/signals/{id}/about")
  String about(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    SignalDecisions.About about = decisions.about(me, id);
    answer.addFlashAttribute("about", about);
    return "redirect:/signals/" + id;
  }

  @PostMapping("/signals/{id}/promote")
  String promote(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(id, "promote", typed, answer, said -> decisions.promote(me, id, said));
  }

  @PostMapping("/signals/{id}/dismiss")
  String dismiss(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(id, "dismiss", typed, answer, said -> decisions.dismiss(me, id, said));
  }

  private static String taken(
      long id, String form, Map<String, String> typed, RedirectAttributes answer, Work work)
      throws SQLException, JobExecutionException {
    Optional<String> refused = Optional.empty();
    try {
      answer.addFlashAttribute("taken", work.done(new Typed(typed)));
    } catch (Typed.Wrong wrong) {
      refused = Optional.of(wrong.sentence());
      answer.addFlashAttribute("at", "#" + wrong.field());
    } catch (TooLate late) {
      refused = Optional.of(late.sentence());
      answer.addFlashAttribute("at", "#decided");
    }
    refused.ifPresent(
        sentence -> {
          answer.addFlashAttribute("problem", sentence);
          answer.addFlashAttribute("form", form);
          answer.addFlashAttribute("typed", typed);
        });
    return "redirect:/signals/" + id;
  }
}
