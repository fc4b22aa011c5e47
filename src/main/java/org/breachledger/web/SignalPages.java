package org.breachledger.web;

import java.util.Map;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.pipeline.exports.SignalTable;
import org.breachledger.web.TypeChoices.Choice;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What access logs hint at: the list, and a page for each signal. */
@Page
class SignalPages {

  private final SignalQueries signals;
  private final SchoolQueries schools;
  private final BreachTypes types;

  SignalPages(SignalQueries signals, SchoolQueries schools, BreachTypes types) {
    this.signals = signals;
    this.schools = schools;
    this.types = types;
  }

  @GetMapping("/signals")
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    model.addAttribute("state", SignalQueries.STATES.contains(state) ? state : "");
    model.addAttribute("page", number);
    model.addAttribute("found", signals.list(state, number));
    return "signals";
  }

  @GetMapping("/signals/table")
  ResponseEntity<byte[]> table(
      @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String as) {
    return TableDownload.of(
        as,
        "signals",
        SignalTable.COLUMNS,
        signals.stored(state).stream().map(SignalTable::row).toList());
  }

  @GetMapping("/signals/{id}")
  String signal(@PathVariable long id, Model model) {
    model.addAttribute("signal", signals.find(id).orElseThrow(NotThere::new));
    model.addAttribute("schools", schools.list());
    model.addAttribute(
        "types", types.list().stream().map(one -> new Choice(one.code(), one.title())).toList());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "signal";
  }
}
