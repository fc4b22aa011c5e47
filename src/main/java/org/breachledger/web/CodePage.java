package org.breachledger.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.access.store.SecondFactors;
import org.breachledger.pipeline.database.CurrentTrust;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the code of the second factor is asked for, behind the right password. Wrong codes wait as
 * wrong passwords do, counted for the account, from whatever address they come.
 */
@Page
class CodePage {

  static final String PAGE = Security.SIGN_IN + "/code";

  /** Codes are counted for the account, not for the address they come from. */
  static final String ANYWHERE = "any address";

  private final AccountStore accounts;
  private final SecondFactors factors;
  private final People people;
  private final SignInThrottle throttle;
  private final SignInDoor door;
  private final CurrentTrust trust;
  private final Clock clock = Clock.systemUTC();

  CodePage(
      AccountStore accounts,
      SecondFactors factors,
      People people,
      SignInThrottle throttle,
      SignInDoor door,
      CurrentTrust trust) {
    this.accounts = accounts;
    this.factors = factors;
    this.people = people;
    this.throttle = throttle;
    this.door = door;
    this.trust = trust;
  }

  @GetMapping(PAGE)
  String ask(HttpServletRequest request, Model model) {
    if (HalfSignedIn.find(request, clock.instant()).isEmpty()) {
      return "redirect:" + Security.SIGN_IN + "?again";
    }
    for (String said : new String[] {"wrong", "wait"}) {
      model.addAttribute(said, request.getParameter(said) != null);
    }
    return "sign-in-code";
  }

  @PostMapping(PAGE)
  @Nullable String answer(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String recovery,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    Optional<HalfSignedIn> half = HalfSignedIn.find(request, clock.instant());
    Optional<Account> account =
        half.flatMap(
            one ->
                trust
                    .within(one.trustId(), () -> accounts.find(one.userId()))
                    .filter(found -> found.stamp() == one.stamp() && !found.disabled()));
    if (account.isEmpty()) {
      return "redirect:" + Security.SIGN_IN + "?again";
    }
    Optional<String> refusal =
        trust.within(half.orElseThrow().trustId(), () -> refusal(account.get(), code, recovery));
    if (refusal.isPresent()) {
      return "redirect:" + PAGE + "?" + refusal.get();
    }
    door.completed(request, response, account.get());
    return null;
  }

  /** The name an account's codes are counted under. */
  static String throttled(Account account) {
    return "code of account " + account.userId();
  }

  private Optional<String> refusal(Account account, String code, String recovery) {
    String name = throttled(account);
    if (!throttle.begin(SignInThrottle.Kind.CODE, name, ANYWHERE)) {
      return Optional.of("wait");
    }
    boolean right =
        recovery.isBlank()
            ? factors.takesCode(account, code)
            : factors.takesRecoveryCode(account, recovery);
    if (right) {
      throttle.succeeded(SignInThrottle.Kind.CODE, name, ANYWHERE);
      return Optional.empty();
    }
    people.refused(Optional.of(account), "code");
    return Optional.of("wrong");
  }
}
