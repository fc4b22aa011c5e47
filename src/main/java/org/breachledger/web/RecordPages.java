package org.breachledger.web;

import java.time.Clock;
import org.breachledger.calendar.AsOf;
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
  private final GapQueries gaps;
  private final PaperQueries papers;
  private final AlertQueries alerts;
  private final AlertEvidence evidence;
  private final TrendQueries trends;
  private final Clock clock;

  RecordPages(
      RunQueries runs,
      ImportQueries imports,
      GapQueries gaps,
      PaperQueries papers,
      AlertQueries alerts,
      AlertEvidence evidence,
      TrendQueries trends,
      Clock clock) {
    this.evidence = evidence;
    this.trends = trends;
    this.clock = clock;
    this.gaps = gaps;
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
  String imported(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
    ImportQueries.Detail detail = imports.find(id).orElseThrow(NotThere::new);
    model.addAttribute("detail", detail);
    gaps.find(me, detail.file()).ifPresent(found -> model.addAttribute("gaps", found));
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
    model.addAttribute("judged", trends.judged(AsOf.from(clock)));
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
