package org.breachledger.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.AccountChange;
import org.breachledger.access.PasswordRule;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an account's owner chooses a new password; the old sessions end with the old one. */
@Page
class PasswordPage {

  private final AccountStore accounts;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final People people;
  private final SignInThrottle throttle;
  private final AccountPost post;

  PasswordPage(
      AccountStore accounts,
      People people,
      SignInThrottle throttle,
      AuditTrail audit,
      TransactionTemplate transactions,
      AccountPost post) {
    this.post = post;
    this.people = people;
    this.throttle = throttle;
    this.accounts = accounts;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping("/password")
  String ask(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("must", me.mustChange());
    model.addAttribute("shortest", PasswordRule.SHORTEST);
    return "password";
  }

  @PostMapping("/password")
  String change(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      Model model)
      throws ServletException {
    Account account = accounts.find(me.userId()).orElseThrow(NotThere::new);
    Optional<String> wrong = wrong(account, current, chosen, again);
    if (wrong.isPresent()) {
      model.addAttribute("problem", wrong.get());
      return ask(me, model);
    }
    transactions.executeWithoutResult(
        status -> {
          accounts.changePassword(account, chosen);
          audit.append(
              me.getUsername(),
              "change-password",
              "account " + account.userId(),
              AuditDetails.none());
        });
    post.tell(account, AccountChange.PASSWORD);
    request.logout();
    return "redirect:" + Security.SIGN_IN + "?changed";
  }

  private Optional<String> wrong(Account account, String current, String chosen, String again) {
    Optional<String> guessed = guessed(account, current);
    if (guessed.isPresent()) {
      return guessed;
    }
    if (chosen.equals(current)) {
      return Optional.of("Enter a password that differs from the current one");
    }
    if (!chosen.equals(again)) {
      return Optional.of("The new password was not repeated as it was; enter both again");
    }
    return PasswordRule.wrong(account.signInName(), chosen);
  }

  /** Whoever finds a screen unlocked may not try passwords here that the sign-in would count. */
  private Optional<String> guessed(Account account, String current) {
    String name = "password of account " + account.userId();
    if (!throttle.begin(SignInThrottle.Kind.OWN_PASSWORD, name, CodePage.ANYWHERE)) {
      return Optional.of("There were too many wrong passwords. Wait a few minutes");
    }
    if (!AccountStore.encoder().matches(current, account.passwordHash())) {
      people.refused(Optional.of(account), "password");
      return Optional.of("The current password is not right; enter it again");
    }
    throttle.succeeded(SignInThrottle.Kind.OWN_PASSWORD, name, CodePage.ANYWHERE);
    return Optional.empty();
  }
}
