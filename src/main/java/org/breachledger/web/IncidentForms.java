package org.breachledger.web;

import java.sql.SQLException;
import java.util.Map;
import org.breachledger.casework.store.CaseRefused;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms on an incident's page. Whatever is refused, what was typed stands in the form again:
 * nothing is lost.
 */
@Page
class IncidentForms {

  private final IncidentQueries queries;
  private final IncidentDesk desk;

  IncidentForms(IncidentQueries queries, IncidentDesk desk) {
    this.queries = queries;
    this.desk = desk;
  }

  @FunctionalInterface
  private interface Work {
    String done(Typed typed) throws SQLException, JobExecutionException;
  }

  @PostMapping("/incidents/{id}/type")
  String type(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "correct", typed, answer, said -> desk.type(me, id, said));
  }

  @PostMapping("/incidents/{id}/decision")
  String decide(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "decide", typed, answer, said -> desk.decide(me, id, said));
  }

  @PostMapping("/incidents/{id}/close")
  String close(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "close", typed, answer, said -> desk.close(me, id, said));
  }

  @PostMapping("/incidents/{id}/reopen")
  String reopen(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "reopen", typed, answer, said -> desk.reopen(me, id, said));
  }

  @PostMapping("/incidents/{id}/score")
  String score(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "score", typed, answer, said -> desk.score(me, id, said));
  }

  @PostMapping("/incidents/{id}/review")
  String review(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "review", typed, answer, said -> desk.review(me, id, said));
  }

  @PostMapping("/incidents/{id}/actions/new")
  String add(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "add", typed, answer, said -> desk.add(me, id, said));
  }

  @PostMapping("/incidents/{id}/actions/{action}/done")
  String finish(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @PathVariable long action,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return taken(me, id, "actions", typed, answer, said -> desk.finish(me, id, action, said));
  }

  private String taken(
      SignedIn me,
      long id,
      String form,
      Map<String, String> typed,
      RedirectAttributes answer,
      Work work)
      throws SQLException, JobExecutionException {
    if (!queries.sees(me, id)) {
      throw new NotThere();
    }
    try {
      answer.addFlashAttribute("taken", work.done(new Typed(typed)));
      return "redirect:/incidents/" + id;
    } catch (Typed.Wrong wrong) {
      answer.addFlashAttribute("problem", wrong.sentence());
      answer.addFlashAttribute("at", "#" + wrong.field());
    } catch (IncidentDesk.Stale stale) {
      answer.addFlashAttribute(
          "problem",
          "The incident has changed since you opened this page, so nothing was stored. What you"
              + " typed is still in the form: read what is new and send it again");
      answer.addFlashAttribute("at", "#" + form);
    } catch (IncidentDesk.Incomplete incomplete) {
      answer.addFlashAttribute(
          "problem",
          "The case is not closed: "
              + (incomplete.missing().size() == 1
                  ? "a piece is missing"
                  : incomplete.missing().size() + " pieces are missing")
              + ". Record what is missing, or give the reason for closing it even so");
      answer.addFlashAttribute("lacking", incomplete.missing());
      answer.addFlashAttribute("at", "#even-so");
    } catch (CaseRefused refused) {
      answer.addFlashAttribute("problem", IncidentDesk.sentence(refused));
      answer.addFlashAttribute("at", "#" + form);
    }
    answer.addFlashAttribute("form", form);
    answer.addFlashAttribute("typed", typed);
    return "redirect:/incidents/" + id;
  }
}
