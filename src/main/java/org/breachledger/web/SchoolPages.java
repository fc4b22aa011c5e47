package org.breachledger.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.imports.NilReturnDesk;
import org.breachledger.pipeline.schools.SchoolDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The schools: who waits to be confirmed, who sent nothing, and who had nothing to send. */
@Page
class SchoolPages {

  private final SchoolQueries schools;
  private final NilReturnDesk desk;
  private final SchoolDesk keeper;
  private final Clock clock;

  SchoolPages(SchoolQueries schools, NilReturnDesk desk, SchoolDesk keeper, Clock clock) {
    this.keeper = keeper;
    this.schools = schools;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/schools")
  String list(@AuthenticationPrincipal SignedIn me, Model model) {
    YearMonth last = YearMonth.from(AsOf.from(clock).day()).minusMonths(1);
    List<SchoolQueries.Sent> sent = schools.sent(last);
    model.addAttribute("schools", sent.stream().filter(SchoolQueries.Sent::confirmed).toList());
    model.addAttribute("waiting", sent.stream().filter(school -> !school.confirmed()).toList());
    model.addAttribute("last", last);
    model.addAttribute("edits", me.may(Right.SCHOOL_LIST) && keeper.keepsListOf(me.trustId()));
    return "schools";
  }

  @PostMapping("/schools/nil-return")
  String nilReturn(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String school,
      @RequestParam String month,
      RedirectAttributes answer) {
    answer.addFlashAttribute("school", school);
    answer.addFlashAttribute("month", month);
    try {
      answer.addFlashAttribute(
          "said",
          desk.take(school, YearMonth.parse(month.strip()), me.getUsername(), AsOf.from(clock)));
    } catch (NilReturnDesk.Refused refused) {
      answer.addFlashAttribute("problem", refused.getMessage());
    } catch (DateTimeException e) {
      answer.addFlashAttribute(
          "problem", "The month cannot be read; write it as year and month, such as 2026-03.");
    }
    return "redirect:/schools";
  }
}
