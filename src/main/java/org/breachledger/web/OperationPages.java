package org.breachledger.web;

import org.breachledger.access.store.AccountStore;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where operators see how the installation does, and try whether mails leave. */
@Page
class OperationPages {

  private final OperationQueries operation;
  private final MailTest mail;
  private final AccountStore accounts;

  OperationPages(OperationQueries operation, MailTest mail, AccountStore accounts) {
    this.operation = operation;
    this.mail = mail;
    this.accounts = accounts;
  }

  @GetMapping("/operation")
  String operation(Model model) {
    model.addAttribute("findings", operation.list());
    model.addAttribute("reasons", operation.reasons());
    return "operation";
  }

  @PostMapping("/operation/mail")
  String mail(@AuthenticationPrincipal SignedIn me, RedirectAttributes answer) {
    MailTest.Outcome outcome = mail.send(accounts.find(me.userId()).orElseThrow(NotThere::new));
    answer.addFlashAttribute(outcome.sent() ? "taken" : "problem", outcome.sentence());
    return "redirect:/operation";
  }
}
