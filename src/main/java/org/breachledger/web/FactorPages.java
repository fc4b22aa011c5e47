package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.AccountChange;
import org.breachledger.access.Base32;
import org.breachledger.access.Totp;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.SecondFactors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people switch their own second factor on and off, and get new recovery codes. */
@Page
class FactorPages {

  static final String PAGE = "/account/second-factor";
  private static final String ISSUER = "Breachledger";
  private static final String HERE = "redirect:" + PAGE;
  private static final String WAIT = "There were too many wrong codes. Wait a few minutes";
  private static final String WRONG =
      "The code is not right, or was used already; enter the one your app shows now";

  private final AccountStore accounts;
  private final SecondFactors factors;
  private final SignInThrottle throttle;
  private final AccountPost post;

  FactorPages(
      AccountStore accounts, SecondFactors factors, SignInThrottle throttle, AccountPost post) {
    this.accounts = accounts;
    this.factors = factors;
    this.throttle = throttle;
    this.post = post;
  }

  @GetMapping(PAGE)
  String show(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, Model model) {
    Account account = account(me);
    model.addAttribute("on", account.secondFactor());
    model.addAttribute("left", factors.left(account));
    model.addAttribute(
        "must", Boolean.TRUE.equals(request.getAttribute(SessionRules.FACTOR_FIRST)));
    Optional<byte[]> waiting = account.secondFactor() ? Optional.empty() : factors.waiting(account);
    waiting.ifPresent(secret -> toScan(account, Base32.of(secret), model));
    return "second-factor";
  }

  private static void toScan(Account account, String secret, Model model) {
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(
                ISSUER,
                URLEncoder.encode(account.signInName(), StandardCharsets.UTF_8).replace("+", "%20"),
                secret,
                ISSUER,
                Totp.DIGITS,
                Totp.SECONDS);
    model.addAttribute("secret", Base32.grouped(secret, " "));
    model.addAttribute("uri", uri);
    model.addAttribute("qr", QrCodePath.of(uri));
  }

  @PostMapping(PAGE + "/begin")
  String begin(@AuthenticationPrincipal SignedIn me) {
    factors.begin(account(me));
    return HERE;
  }

  @PostMapping(PAGE + "/confirm")
  String confirm(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes answer) {
    Account account = account(me);
    if (held(account, answer, "#code")) {
      return HERE;
    }
    Optional<List<String>> codes = factors.confirm(account, code);
    codes.ifPresent(fresh -> answer.addFlashAttribute("codes", fresh));
    if (codes.isPresent()) {
      post.tell(account, AccountChange.FACTOR_ON);
    }
    return counted(account, codes.isPresent(), WRONG, "#code", answer);
  }

  @PostMapping(PAGE + "/codes")
  String codes(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes answer) {
    Account account = account(me);
    if (held(account, answer, "#code")) {
      return HERE;
    }
    boolean right = factors.takesCode(account, code);
    if (right) {
      answer.addFlashAttribute("codes", factors.renew(account));
    }
    return counted(account, right, WRONG, "#code", answer);
  }

  @PostMapping(PAGE + "/off")
  String off(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes answer) {
    Account account = account(me);
    if (held(account, answer, "#password")) {
      return HERE;
    }
    boolean right =
        AccountStore.encoder().matches(password, account.passwordHash())
            && (factors.takesCode(account, code) || factors.takesRecoveryCode(account, code));
    if (right) {
      factors.remove(account.userId(), account.signInName(), "second-factor-off");
      post.tell(account, AccountChange.FACTOR_OFF);
      answer.addFlashAttribute("taken", "The second factor is switched off.");
    }
    return counted(
        account,
        right,
        "The password or the code is not right; enter both again",
        "#password",
        answer);
  }

  /** Guessing waits here as it does at the sign-in, and counts together with it. */
  private boolean held(Account account, RedirectAttributes answer, String field) {
    boolean held =
        !throttle.begin(SignInThrottle.Kind.CODE, CodePage.throttled(account), CodePage.ANYWHERE);
    if (held) {
      problem(answer, WAIT, field);
    }
    return held;
  }

  private String counted(
      Account account, boolean right, String sentence, String field, RedirectAttributes answer) {
    if (right) {
      throttle.succeeded(SignInThrottle.Kind.CODE, CodePage.throttled(account), CodePage.ANYWHERE);
    } else {
      problem(answer, sentence, field);
    }
    return HERE;
  }

  private static void problem(RedirectAttributes answer, String sentence, String field) {
    answer.addFlashAttribute("problem", sentence);
    answer.addFlashAttribute("at", field);
  }

  private Account account(SignedIn me) {
    return accounts.find(me.userId()).orElseThrow(NotThere::new);
  }
}
