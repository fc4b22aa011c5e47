package org.breachledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.JobGuide;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where operators see what the jobs do, start them, stop them and run them again. */
@Page
class JobsPages {

  private static final String TAKEN = "taken";
  private static final String PROBLEM = "problem";

  /** While something works the page comes again by itself, unless it is held still. */
  private static final String EVERY = "5";

  private final JobsQueries jobs;
  private final JobsDesk desk;
  private final JobGuide guide;
  private final RunningJobs running;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JobsPages(
      JobsQueries jobs,
      JobsDesk desk,
      JobGuide guide,
      RunningJobs running,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.jobs = jobs;
    this.desk = desk;
    this.guide = guide;
    this.running = running;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/jobs")
  String list(
      @RequestParam(defaultValue = "false") boolean still,
      Model model,
      HttpServletResponse response) {
    List<JobsQueries.JobView> list = jobs.list();
    boolean working = list.stream().anyMatch(JobsQueries.JobView::working);
    if (working && !still) {
      response.setHeader("Refresh", EVERY);
    }
    model.addAttribute("jobs", list);
    model.addAttribute("rings", jobs.rings());
    model.addAttribute("working", working);
    model.addAttribute("still", still);
    return "jobs";
  }

  @PostMapping("/jobs/{job}/run")
  String run(
      @AuthenticationPrincipal SignedIn me, @PathVariable String job, RedirectAttributes answer) {
    String title = title(job);
    begin(new RunRequest(job, AsOf.from(clock), null), title, me, answer);
    return "redirect:/jobs";
  }

  @PostMapping("/jobs/{job}/again")
  String again(
      @AuthenticationPrincipal SignedIn me, @PathVariable String job, RedirectAttributes answer) {
    String title = title(job);
    jobs.brokenOff(job, AsOf.from(clock))
        .ifPresentOrElse(
            request -> begin(request, title, me, answer),
            () ->
                answer.addFlashAttribute(
                    PROBLEM, title + " ended well the last time; there is nothing to run again."));
    return "redirect:/jobs";
  }

  @PostMapping("/jobs/{job}/stop")
  String stop(
      @AuthenticationPrincipal SignedIn me, @PathVariable String job, RedirectAttributes answer) {
    String title = title(job);
    if (running.stop(job)) {
      record(me, "stop-job", job);
      answer.addFlashAttribute(
          TAKEN, title + " stops after the piece of work it is at; what is finished is kept.");
    } else {
      answer.addFlashAttribute(PROBLEM, title + " is at no step that could be stopped.");
    }
    return "redirect:/jobs";
  }

  private void begin(RunRequest request, String title, SignedIn me, RedirectAttributes answer) {
    if (desk.begin(request)) {
      record(me, "start-job", request.job());
      answer.addFlashAttribute(TAKEN, title + " is started.");
    } else {
      answer.addFlashAttribute(
          PROBLEM, title + " is already running; it was not started a second time.");
    }
  }

  private void record(SignedIn me, String action, String job) {
    transactions.executeWithoutResult(
        status -> audit.append(me.getUsername(), action, "job " + job, AuditDetails.none()));
  }

  private String title(String job) {
    return guide.find(job).orElseThrow(NotThere::new).title();
  }
}
