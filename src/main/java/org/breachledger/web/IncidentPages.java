package org.breachledger.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.DecisionWord;
import org.breachledger.incident.BreachType;
import org.breachledger.normalise.BreachTypes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of incidents and a page for each. */
@Page
class IncidentPages {

  private static final Map<String, String> FINDINGS =
      Map.of(
          "incident", "An incident, as reported",
          "near-miss", "A near miss (Category Level 0)",
          "non-event", "Nothing happened: reported by mistake (Category Level 0)");

  private final IncidentQueries queries;
  private final IncidentFile incidents;
  private final SchoolQueries schools;
  private final BreachTypes types;
  private final CaseRules rules;
  private final Clock clock;

  IncidentPages(
      IncidentQueries queries,
      IncidentFile incidents,
      SchoolQueries schools,
      BreachTypes types,
      CaseRules rules,
      Clock clock) {
    this.queries = queries;
    this.incidents = incidents;
    this.schools = schools;
    this.types = types;
    this.rules = rules;
    this.clock = clock;
  }

  @GetMapping("/incidents")
  String list(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String wants,
      @RequestParam(defaultValue = "") String counted,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    IncidentFilter filter =
        new IncidentFilter(q, school, type, level, from, to, state, wants, counted, page);
    model.addAttribute("filter", filter);
    model.addAttribute("found", queries.list(me, filter));
    model.addAttribute("schools", me.may(Right.INCIDENTS) ? schools.list() : List.of());
    model.addAttribute("types", typesToLookFor());
    return "incidents";
  }

  private List<TypeChoices.Choice> typesToLookFor() {
    return java.util.stream.Stream.concat(
            types.list().stream().map(one -> new TypeChoices.Choice(one.code(), one.title())),
            java.util.stream.Stream.of(
                new TypeChoices.Choice(BreachType.UNTYPED, types.titleOf(BreachType.UNTYPED))))
        .toList();
  }

  @GetMapping("/incidents/{id}")
  String incident(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
    IncidentView view = incidents.find(me, id, AsOf.from(clock)).orElseThrow(NotThere::new);
    model.addAttribute("incident", view);
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    model.addAttribute("titles", rules.profile().titles().values().stream().distinct().toList());
    model.addAttribute("kinds", ActionKind.codes());
    if (me.may(Right.CASE_STEPS)) {
      model.addAttribute("types", TypeChoices.of(types));
      model.addAttribute("decisions", decisionChoices());
      model.addAttribute(
          "findings",
          Closure.FINDINGS.stream()
              .map(code -> new TypeChoices.Choice(code, FINDINGS.getOrDefault(code, code)))
              .toList());
    }
    return "incident";
  }

  /** Each subject with its outcomes, then each route. */
  private List<TypeChoices.Choices> decisionChoices() {
    Map<String, List<TypeChoices.Choice>> groups = new LinkedHashMap<>();
    for (String subject : rules.words().plainSubjects()) {
      for (DecisionWord word : rules.words().outcomes(subject)) {
        groups
            .computeIfAbsent(word.title(), title -> new java.util.ArrayList<>())
            .add(
                new TypeChoices.Choice(
                    subject + "/" + word.outcome(), word.title() + ": " + word.words()));
      }
    }
    for (String line : rules.routes().lines()) {
      String title = "Referral, " + line.replace('-', ' ');
      groups.put(
          title,
          List.of(
              new TypeChoices.Choice(line + "/" + Decision.REFERRED, title + ": referred"),
              new TypeChoices.Choice(
                  line + "/" + Decision.NOT_NEEDED, title + ": considered, not needed")));
    }
    return groups.entrySet().stream()
        .map(group -> new TypeChoices.Choices(group.getKey(), group.getValue()))
        .toList();
  }
}
