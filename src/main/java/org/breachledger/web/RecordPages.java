package org.breachledger.web;

import org.breachledger.web.AlertQueries.Row;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lists of runs, imports, papers and alerts, and a page for each run, import and alert. */
@Page
class RecordPages {

  private static final int MANY = 200;

  private final RunQueries runs;
  private final ImportQueries imports;
  private final PaperQueries papers;
  private final AlertQueries alerts;
  private final AlertEvidence evidence;

  RecordPages(
      RunQueries runs,
      ImportQueries imports,
      PaperQueries papers,
      AlertQueries alerts,
      AlertEvidence evidence) {
    this.evidence = evidence;
    this.runs = runs;
    this.imports = imports;
    this.papers = papers;
    this.alerts = alerts;
  }

  @GetMapping("/runs")
  String runs(Model model) {
    model.addAttribute("runs", runs.newest(MANY));
    return "runs";
  }

  @GetMapping("/runs/{id}")
  String run(@PathVariable long id, Model model) {
    model.addAttribute("manifest", runs.find(id).orElseThrow(NotThere::new));
    return "run";
  }

  @GetMapping("/imports")
  String imports(Model model) {
    model.addAttribute("imports", imports.newest(MANY));
    return "imports";
  }

  @GetMapping("/imports/{id}")
  String imported(@PathVariable long id, Model model) {
    model.addAttribute("detail", imports.find(id).orElseThrow(NotThere::new));
    return "import";
  }

  @GetMapping("/papers")
  String papers(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("papers", papers.newest(me, MANY));
    return "papers";
  }

  @GetMapping("/alerts")
  String alerts(Model model) {
    model.addAttribute("alerts", alerts.list());
    model.addAttribute("stuck", alerts.stuck());
    return "alerts";
  }

  @GetMapping("/alerts/{id}")
  String alert(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
    Row alert = alerts.find(id).orElseThrow(NotThere::new);
    model.addAttribute("alert", alert);
    model.addAttribute("messages", alerts.messages(id));
    model.addAttribute("steps", alerts.steps(id));
    model.addAttribute("owners", alerts.owners());
    evidence.find(me, id).ifPresent(behind -> model.addAttribute("behind", behind));
    model.addAttribute("pack", alerts.pack(id).isPresent());
    return "alert";
  }
}
