package org.breachledger.web;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.access.Right;
import org.breachledger.incident.Field;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.pipeline.forms.FormADesk;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Form A as a page: an incident of the own school is reported, and an open one completed. What
 * cannot be used is told all at once, and nothing that was typed is lost.
 */
@Page
class ReportPages {

  static final String NEW = "/incidents/new";
  static final String COMPLETE = "/incidents/{id}/complete";

  private static final String VIEW = "report";
  private static final String ANOTHER = "another";

  private final ReportDesk desk;
  private final IncidentQueries queries;
  private final SchoolQueries schools;
  private final BreachTypes types;

  ReportPages(ReportDesk desk, IncidentQueries queries, SchoolQueries schools, BreachTypes types) {
    this.desk = desk;
    this.queries = queries;
    this.schools = schools;
    this.types = types;
  }

  @GetMapping(NEW)
  String ask(@AuthenticationPrincipal SignedIn me, Model model) {
    return form(me, Map.of("form", desk.token()), Map.of(), model);
  }

  @PostMapping(NEW)
  String report(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      Model model,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    Typed typed = new Typed(fields);
    Optional<SchoolQueries.Known> school = school(me, typed);
    ReportForm.Read read =
        ReportForm.read(typed, Map.of(), me.may(Right.HEAD_SIGNATURE), true, desk.now());
    Map<String, String> problems = new LinkedHashMap<>();
    if (school.isEmpty()) {
      problems.put("school", "Choose the school");
    }
    typed
        .find("reference")
        .flatMap(ReportForm::wrongReference)
        .ifPresent(sentence -> problems.put("reference", sentence));
    problems.putAll(read.problems());
    if (!problems.isEmpty()) {
      return form(me, fields, problems, model);
    }
    try {
      return done(
          desk.report(
              me, typed, school.orElseThrow(), read.cells(), typed.find(ANOTHER).isPresent()),
          answer);
    } catch (ReportDesk.OnRecord known) {
      model.addAttribute("alike", known.alike());
      String field = known.certain() ? "reference" : ANOTHER;
      return form(me, fields, Map.of(field, onRecord(known)), model);
    } catch (FormADesk.SentBefore before) {
      model.addAttribute("alike", List.of(sent(before)));
      return form(me, fields, Map.of("alike", SENT_BEFORE), model);
    } catch (FormADesk.NotTaken refused) {
      return form(me, fields, Map.of("description", NOT_TAKEN), model);
    }
  }

  private static final String SENT_BEFORE =
      "This form was sent before with other entries. Open the incident it became and complete it"
          + " there";
  private static final String NOT_TAKEN =
      "The register could not take this as it stands, so nothing was stored. Change one thing at"
          + " a time, such as the day or the type";

  private static ReportDesk.Alike sent(FormADesk.SentBefore before) {
    return new ReportDesk.Alike(before.incident(), "incident " + before.incident());
  }

  private static String onRecord(ReportDesk.OnRecord known) {
    return known.certain()
        ? "An incident with this reference is on record. Open it and complete it there, or enter"
            + " another reference"
        : "Something that happened on this day is on record. If it is the same, open it and"
            + " complete it there; if not, tick the box to say so";
  }

  /** The account's own school, whatever was sent; for all schools the one that was chosen. */
  private Optional<SchoolQueries.Known> school(SignedIn me, Typed typed) {
    return me.may(Right.INCIDENTS)
        ? typed
            .find("school")
            .filter(said -> said.matches("\\d{1,9}"))
            .map(Integer::parseInt)
            .flatMap(schools::find)
            .filter(SchoolQueries.Known::confirmed)
        : Optional.ofNullable(me.schoolId()).flatMap(schools::find);
  }

  private static String done(FormADesk.Recorded recorded, RedirectAttributes answer) {
    answer.addFlashAttribute(
        "taken",
        recorded.again()
            ? "This form was recorded before; nothing was stored twice."
            : "Recorded; the Data Protection Officer sees it.");
    return "redirect:/incidents/" + recorded.incident();
  }

  @GetMapping(COMPLETE)
  String more(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      Model model,
      RedirectAttributes answer) {
    Optional<ReportDesk.Open> open = open(me, id);
    if (open.isEmpty()) {
      return closed(id, answer);
    }
    Map<String, String> entries = new java.util.HashMap<>(open.get().entries());
    entries.put("form", desk.token());
    entries.put("version", open.get().version());
    return form(me, id, open.get(), entries, Map.of(), model);
  }

  @PostMapping(COMPLETE)
  String complete(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      Model model,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    Optional<ReportDesk.Open> open = open(me, id);
    if (open.isEmpty()) {
      return closed(id, answer);
    }
    Typed typed = new Typed(fields);
    boolean headSigns = me.may(Right.HEAD_SIGNATURE);
    ReportForm.Read read =
        ReportForm.read(typed, open.get().entries(), headSigns, false, desk.now());
    if (!read.problems().isEmpty()) {
      return form(me, id, open.get(), fields, read.problems(), model);
    }
    try {
      return done(desk.complete(me, id, open.get().schoolId(), typed, headSigns), answer);
    } catch (IncidentDesk.Stale stale) {
      Map<String, String> fresh = new java.util.HashMap<>(fields);
      fresh.put("version", open.get().version());
      return form(me, id, open.get(), fresh, Map.of("changed", STALE), model);
    } catch (FormADesk.SentBefore before) {
      return form(me, id, open.get(), fields, Map.of("changed", SENT_BEFORE), model);
    } catch (FormADesk.NotTaken refused) {
      return form(me, id, open.get(), fields, Map.of("occurred", NOT_TAKEN), model);
    }
  }

  private static final String STALE =
      "The incident has changed since you opened this form, so nothing was stored. What you typed"
          + " is still here: compare it with the incident’s page and send it again";

  private Optional<ReportDesk.Open> open(SignedIn me, long id) {
    if (!queries.sees(me, id)) {
      throw new NotThere();
    }
    return desk.find(id);
  }

  private static String closed(long id, RedirectAttributes answer) {
    answer.addFlashAttribute(
        "problem",
        "This incident is not completed by the form: its case is closed, or it has no reference"
            + " yet. Ask the Data Protection Officer");
    answer.addFlashAttribute("at", "#main");
    answer.addFlashAttribute("form", "complete");
    answer.addFlashAttribute("typed", Map.of());
    return "redirect:/incidents/" + id;
  }

  private String form(
      SignedIn me,
      long id,
      ReportDesk.Open open,
      Map<String, String> typed,
      Map<String, String> problems,
      Model model) {
    model.addAttribute("id", id);
    model.addAttribute("open", open);
    return form(me, typed, problems, model);
  }

  private String form(
      SignedIn me, Map<String, String> typed, Map<String, String> problems, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("problems", problems);
    model.addAttribute("statuses", ReportForm.STATUSES);
    model.addAttribute("media", ReportForm.MEDIA);
    model.addAttribute("answers", ReportForm.ANSWERS);
    Map<String, String> risks = new LinkedHashMap<>();
    ReportForm.RISKS.forEach((Field risk, String words) -> risks.put(risk.code(), words));
    model.addAttribute("risks", risks);
    model.addAttribute("types", types.list().stream().map(type -> type.title()).toList());
    model.addAttribute("schools", me.may(Right.INCIDENTS) ? schools.confirmed() : List.of());
    model.addAttribute(
        "school",
        Optional.ofNullable(me.schoolId())
            .flatMap(schools::find)
            .map(SchoolQueries.Known::name)
            .orElse(""));
    return VIEW;
  }
}
