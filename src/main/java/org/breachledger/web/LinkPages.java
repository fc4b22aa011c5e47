package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.AccountChange;
import org.breachledger.access.LinkToken;
import org.breachledger.access.PasswordRule;
import org.breachledger.access.store.AccountLinks;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where somebody asks for a link to a new password, and where such a link leads. Looking at a link
 * does not use it up: mail programs look at links before people do.
 */
@Page
class LinkPages {

  static final String PAGE = "/choose-password";
  static final String FORGOTTEN = "/forgotten";

  private final AccountLinks links;
  private final AccountPost post;
  private final SignInThrottle throttle;

  LinkPages(AccountLinks links, AccountPost post, SignInThrottle throttle) {
    this.links = links;
    this.post = post;
    this.throttle = throttle;
  }

  @GetMapping(FORGOTTEN)
  String ask(HttpServletRequest request, Model model) {
    model.addAttribute("sends", post.sends());
    for (String said : new String[] {"sent", "empty", "wait"}) {
      model.addAttribute(said, request.getParameter(said) != null);
    }
    return "forgotten";
  }

  @PostMapping(FORGOTTEN)
  String asked(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    String here = "redirect:" + FORGOTTEN;
    if (email.isBlank()) {
      return here + "?empty";
    }
    if (!throttle.begin(SignInThrottle.Kind.ADDRESS, email, request.getRemoteAddr())) {
      return here + "?wait";
    }
    post.forgotten(email);
    return here + "?sent";
  }

  @GetMapping(PAGE + "/{word}")
  String choose(@PathVariable String word, Model model) {
    model.addAttribute("works", links.find(new LinkToken(word)).isPresent());
    model.addAttribute("word", word);
    model.addAttribute("shortest", PasswordRule.SHORTEST);
    return "choose-password";
  }

  @PostMapping(PAGE + "/{word}")
  String chosen(
      @PathVariable String word,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      Model model) {
    LinkToken token = new LinkToken(word);
    Optional<Account> owner = links.find(token);
    Optional<String> wrong = owner.flatMap(account -> wrong(account, chosen, again));
    if (wrong.isPresent()) {
      model.addAttribute("problem", wrong.get());
      return choose(word, model);
    }
    if (!links.use(token, chosen)) {
      return choose(word, model);
    }
    owner.ifPresent(account -> post.tell(account, AccountChange.PASSWORD));
    return "redirect:" + Security.SIGN_IN + "?chosen";
  }

  private static Optional<String> wrong(Account account, String chosen, String again) {
    return chosen.equals(again)
        ? PasswordRule.wrong(account.signInName(), chosen)
        : Optional.of("The password was not repeated as it was; enter both again");
  }
}
