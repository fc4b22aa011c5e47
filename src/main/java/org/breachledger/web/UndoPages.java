package org.breachledger.web;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an import is taken back, after one more question. */
@Page
class UndoPages {

  private final ImportQueries imports;
  private final UndoImport undo;
  private final Clock clock;

  UndoPages(ImportQueries imports, UndoImport undo, Clock clock) {
    this.imports = imports;
    this.undo = undo;
    this.clock = clock;
  }

  @GetMapping("/imports/{id}/undo")
  String ask(@PathVariable long id, Model model) {
    model.addAttribute("file", imports.find(id).orElseThrow(NotThere::new).file());
    return "import-undo";
  }

  @PostMapping("/imports/{id}/undo")
  String undo(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean later,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    UndoOutcome outcome = undo.take(id, later, me.getUsername(), AsOf.from(clock));
    switch (outcome.status()) {
      case UNKNOWN -> throw new NotThere();
      case REFUSED -> {
        answer.addFlashAttribute("refused", inWordsOfThePage(outcome.messages()));
        return "redirect:/imports/" + id + "/undo";
      }
      default -> {
        answer.addFlashAttribute("said", outcome.messages());
        return "redirect:/imports/" + id;
      }
    }
  }

  /** The sentences name options of the command line; here there is a box to tick. */
  private static List<String> inWordsOfThePage(List<String> messages) {
    return messages.stream()
        .map(
            message ->
                message
                    .replace(
                        "ask for --with-later to undo them all", "tick the box to undo them all")
                    .replace(" (confirm-types --withdraw)", ""))
        .toList();
  }
}
