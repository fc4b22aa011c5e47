package org.breachledger.web;

import java.time.Clock;
import java.util.List;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for this role, and the newest of everything it may see. */
@Page
class HomePage {

  private static final int FEW = 5;

  private final NeedsQueries needs;
  private final RunQueries runs;
  private final ImportQueries imports;
  private final PaperQueries papers;
  private final AlertQueries alerts;
  private final SignalQueries signals;
  private final TrendQueries trends;
  private final Clock clock;

  HomePage(
      NeedsQueries needs,
      RunQueries runs,
      ImportQueries imports,
      PaperQueries papers,
      AlertQueries alerts,
      SignalQueries signals,
      TrendQueries trends,
      Clock clock) {
    this.trends = trends;
    this.clock = clock;
    this.signals = signals;
    this.needs = needs;
    this.runs = runs;
    this.imports = imports;
    this.papers = papers;
    this.alerts = alerts;
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("needs", me.may(Right.CASE_STEPS) ? needs.list() : List.of());
    model.addAttribute("alerts", me.may(Right.ALERTS) ? few(alerts.list()) : List.of());
    if (me.may(Right.ALERTS)) {
      model.addAttribute("judged", trends.judged(AsOf.from(clock)));
    }
    model.addAttribute(
        "signals", me.may(Right.SIGNALS) && !me.may(Right.CASE_STEPS) ? signals.open() : 0);
    model.addAttribute("stuck", me.may(Right.ALERTS) ? alerts.stuckMessages() : 0);
    model.addAttribute("papers", me.readsPapers() ? papers.newest(me, FEW) : List.of());
    model.addAttribute("imports", me.may(Right.IMPORTS) ? imports.newest(FEW) : List.of());
    model.addAttribute("runs", me.may(Right.RUNS) ? runs.newest(FEW) : List.of());
    return "home";
  }

  private static <T> List<T> few(List<T> all) {
    return all.subList(0, Math.min(FEW, all.size()));
  }
}
