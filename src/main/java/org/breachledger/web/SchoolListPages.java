package org.breachledger.web;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.pipeline.schools.SchoolDesk;
import org.breachledger.policy.RefusedTable;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the DPO keeps the list of schools: adds, confirms, changes, and says who is the same. */
@Page
class SchoolListPages {

  private static final String NEW = "/schools/new";
  private static final String LIST = "redirect:/schools";

  private final SchoolDesk desk;
  private final SchoolQueries schools;

  SchoolListPages(SchoolDesk desk, SchoolQueries schools) {
    this.desk = desk;
    this.schools = schools;
  }

  @GetMapping(NEW)
  String add(@AuthenticationPrincipal SignedIn me, Model model) {
    refuseOtherTrust(me);
    return form(Map.of(), desk.now(), model);
  }

  @PostMapping(NEW)
  String added(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws JobExecutionException, SQLException {
    refuseOtherTrust(me);
    return kept(null, typed, me, "redirect:" + NEW, answer);
  }

  @GetMapping("/schools/{id}/change")
  String change(@AuthenticationPrincipal SignedIn me, @PathVariable int id, Model model) {
    refuseOtherTrust(me);
    SchoolQueries.Known school = schools.find(id).orElseThrow(NotThere::new);
    SchoolDesk.Now now = desk.now();
    model.addAttribute("school", school);
    model.addAttribute("others", schools.confirmed().stream().filter(s -> s.id() != id).toList());
    return form(SchoolForm.of(row(school, now).orElseGet(() -> entry(school))), now, model);
  }

  @PostMapping("/schools/{id}/change")
  String changed(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws JobExecutionException, SQLException {
    refuseOtherTrust(me);
    SchoolQueries.Known school = schools.find(id).orElseThrow(NotThere::new);
    return kept(school, typed, me, page(id), answer);
  }

  @PostMapping("/schools/{id}/other-name")
  String otherName(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer)
      throws JobExecutionException, SQLException {
    refuseOtherTrust(me);
    SchoolQueries.Known school =
        schools.find(id).filter(one -> !one.confirmed()).orElseThrow(NotThere::new);
    try {
      SchoolQueries.Known into =
          new Typed(typed)
              .find("into")
              .filter(number -> number.matches("\\d{1,9}"))
              .flatMap(number -> schools.find(Integer.parseInt(number)))
              .filter(SchoolQueries.Known::confirmed)
              .orElseThrow(() -> new Typed.Wrong("into", "Choose the school this is a name of"));
      Optional<Entry> row = row(into, desk.now());
      Entry named = SchoolForm.knownAs(row.orElseGet(() -> entry(into)), school.name());
      put(typed, row.map(Entry::name).orElse(null), named, "alias-school", me, answer);
      return LIST;
    } catch (Typed.Wrong wrong) {
      return refused(wrong.field(), wrong.sentence(), typed, page(id), answer);
    } catch (SchoolDesk.Refused refused) {
      return refused("into", String.valueOf(refused.getMessage()), typed, page(id), answer);
    }
  }

  /** Somebody has left the file so that it cannot be read: only its line says how to go on. */
  @ExceptionHandler
  String unreadable(RefusedTable refused, RedirectAttributes answer) {
    answer.addFlashAttribute("listProblem", refused.getMessage());
    return LIST;
  }

  private String kept(
      SchoolQueries.@Nullable Known school,
      Map<String, String> typed,
      SignedIn me,
      String back,
      RedirectAttributes answer)
      throws JobExecutionException, SQLException {
    SchoolDesk.Now now = desk.now();
    @Nullable Entry before = school == null ? null : row(school, now).orElse(null);
    try {
      Entry entry = new SchoolForm(new Typed(typed), before, now.schools()).read();
      if (school != null) {
        refuseLostNumber(school, entry);
        entry = SchoolForm.knownAs(entry, school.name());
      }
      put(typed, before == null ? null : before.name(), entry, action(school), me, answer);
      return LIST;
    } catch (Typed.Wrong wrong) {
      return refused(wrong.field(), wrong.sentence(), typed, back, answer);
    } catch (SchoolDesk.Refused refused) {
      return refused("name", String.valueOf(refused.getMessage()), typed, back, answer);
    }
  }

  private void put(
      Map<String, String> typed,
      @Nullable String before,
      Entry entry,
      String action,
      SignedIn me,
      RedirectAttributes answer)
      throws SchoolDesk.Refused, JobExecutionException, SQLException {
    int merged = desk.put(typed.getOrDefault("stamp", ""), before, entry, action, me.getUsername());
    answer.addFlashAttribute(
        "said",
        merged == 0
            ? "The list of schools is changed."
            : "The list of schools is changed. What came in under another name is this school's"
                + " now, and its history says so.");
  }

  private static String action(SchoolQueries.@Nullable Known school) {
    if (school == null) {
      return "add-school";
    }
    return school.confirmed() ? "change-school" : "confirm-school";
  }

  private static void refuseLostNumber(SchoolQueries.Known school, Entry entry) {
    if (entry.urn().isEmpty() && !school.urn().isEmpty()) {
      throw new Typed.Wrong(
          "urn", "Enter the number: one on record can be changed, but not taken out");
    }
  }

  private String form(Map<String, String> fields, SchoolDesk.Now now, Model model) {
    Map<Object, Object> all = new HashMap<>(fields);
    if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
      all.putAll(typed);
    }
    model.addAttribute("typed", all);
    model.addAttribute("stamp", now.stamp());
    return "school";
  }

  private static String refused(
      String field,
      String sentence,
      Map<String, String> typed,
      String back,
      RedirectAttributes answer) {
    answer.addFlashAttribute("problem", sentence);
    answer.addFlashAttribute("at", field);
    answer.addFlashAttribute("typed", new HashMap<>(typed));
    return back;
  }

  private static Optional<Entry> row(SchoolQueries.Known school, SchoolDesk.Now now) {
    String key = FoldedText.of(school.name());
    return now.schools().stream()
        .filter(entry -> FoldedText.of(entry.name()).equals(key))
        .findFirst();
  }

  private static Entry entry(SchoolQueries.Known school) {
    return new Entry(SchoolForm.listed(school.name()), school.urn(), List.of());
  }

  private void refuseOtherTrust(SignedIn me) {
    if (!desk.keepsListOf(me.trustId())) {
      throw new NotThere();
    }
  }

  private static String page(int id) {
    return "redirect:/schools/" + id + "/change";
  }
}
