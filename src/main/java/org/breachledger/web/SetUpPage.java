package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.access.PasswordRule;
import org.breachledger.access.Role;
import org.breachledger.intake.SchoolListText;
import org.breachledger.pipeline.setup.FirstStart;
import org.breachledger.pipeline.setup.SetUp;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a trust is set up at its first start, by whoever can read the operator's console; leads to
 * the sign-in ever after.
 */
@Page
class SetUpPage {

  static final String PAGE = "/set-up";

  /** What wrong codes are counted under; no account can have this name. */
  private static final String CODE = "set-up: code";

  private static final String VIEW = "set-up";
  private static final String DONE = "done";

  private final FirstStart firstStart;
  private final SetUp setUp;
  private final SignInThrottle throttle;

  SetUpPage(FirstStart firstStart, SetUp setUp, SignInThrottle throttle) {
    this.firstStart = firstStart;
    this.setUp = setUp;
    this.throttle = throttle;
  }

  /** A policy to choose. */
  record Policy(String name, String title, String words) {}

  @GetMapping(PAGE)
  String ask(HttpServletRequest request, Model model) {
    if (model.containsAttribute(DONE)) {
      return VIEW;
    }
    if (!firstStart.waits()) {
      return "redirect:" + Security.SIGN_IN;
    }
    Map<String, String> typed = new HashMap<>();
    typed.put("policy", setUp.policy());
    typed.put("schools", SchoolListText.plain(setUp.schools()));
    return form(
        typed,
        request.getParameter("large") == null
            ? List.of()
            : List.of(
                new SetUpForm.Problem(
                    "file",
                    "The file is too large for a list of schools; choose a CSV file of at most "
                        + SetUpFilter.MOST / 1024
                        + " KB. What you had typed has to be entered again")),
        model);
  }

  @PostMapping(PAGE)
  String finish(
      @RequestParam Map<String, String> fields,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      Model model,
      RedirectAttributes answer)
      throws IOException {
    if (!firstStart.waits()) {
      return done(SetUp.Outcome.TOO_LATE, fields, answer);
    }
    Map<String, String> typed = new HashMap<>(fields);
    if (file != null && !file.isEmpty()) {
      typed.put("schools", new String(file.getBytes(), StandardCharsets.UTF_8));
    }
    List<SetUpForm.Problem> refusal = refusal(typed, request.getRemoteAddr());
    if (!refusal.isEmpty()) {
      return form(typed, refusal, model);
    }
    SetUpForm.Read read = SetUpForm.read(typed, names());
    if (read.chosen().isEmpty()) {
      return form(typed, read.problems(), model);
    }
    try {
      return done(setUp.finish(read.chosen().get()), typed, answer);
    } catch (RefusedTable refused) {
      return form(typed, List.of(new SetUpForm.Problem("policy", told(refused))), model);
    }
  }

  /** Nothing else of the form is looked at before the code is right. */
  private List<SetUpForm.Problem> refusal(Map<String, String> typed, String address) {
    if (!throttle.begin(SignInThrottle.Kind.SET_UP_CODE, CODE, address)) {
      return List.of(
          new SetUpForm.Problem(
              "code", "There were too many wrong codes. Wait a few minutes and try again"));
    }
    if (firstStart.takes(typed.getOrDefault("code", ""))) {
      throttle.succeeded(SignInThrottle.Kind.SET_UP_CODE, CODE, address);
      return List.of();
    }
    return List.of(
        new SetUpForm.Problem(
            "code", "The code is not right. It stands where the program was started last"));
  }

  private static String done(
      SetUp.Outcome outcome, Map<String, String> typed, RedirectAttributes answer) {
    answer.addFlashAttribute(DONE, outcome.name());
    answer.addFlashAttribute("dpo", "me".equals(typed.get("dpo")));
    return "redirect:" + PAGE;
  }

  private String form(Map<String, String> typed, List<SetUpForm.Problem> problems, Model model) {
    typed.keySet().removeAll(List.of("chosen", "again"));
    model.addAttribute("typed", typed);
    model.addAttribute("problems", problems);
    model.addAttribute(
        "at",
        problems.stream().map(SetUpForm.Problem::field).collect(Collectors.toUnmodifiableSet()));
    model.addAttribute("policies", setUp.policies().stream().map(SetUpPage::policy).toList());
    model.addAttribute("shortest", PasswordRule.SHORTEST);
    model.addAttribute("operator", Role.OPERATOR.title());
    return VIEW;
  }

  private Set<String> names() {
    return setUp.policies().stream().map(PolicyProfile::name).collect(Collectors.toSet());
  }

  private static Policy policy(PolicyProfile profile) {
    String labels =
        profile.labels().stream().map(label -> label.label()).collect(Collectors.joining(", "));
    return new Policy(profile.name(), profile.title(), labels);
  }

  private static String told(RefusedTable refused) {
    return "A table cannot be used: " + refused.getMessage();
  }
}
