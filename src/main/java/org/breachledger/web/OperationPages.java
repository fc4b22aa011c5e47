package org.breachledger.web;

import org.breachledger.access.store.AccountStore;
import org.breachledger.pipeline.backup.Asker;
import org.breachledger.pipeline.backup.BackupRefused;
import org.breachledger.pipeline.backup.Passphrase;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where operators see how the installation does, send what did not leave, and make a backup. */
@Page
class OperationPages {

  private static final String HERE = "redirect:/operation";
  private static final String TAKEN = "taken";

  private final OperationQueries operation;
  private final MailTest mail;
  private final AccountStore accounts;
  private final BackupDesk backups;
  private final MessageDesk messages;

  OperationPages(
      OperationQueries operation,
      MailTest mail,
      AccountStore accounts,
      BackupDesk backups,
      MessageDesk messages) {
    this.backups = backups;
    this.messages = messages;
    this.operation = operation;
    this.mail = mail;
    this.accounts = accounts;
  }

  @GetMapping("/operation")
  String operation(Model model) {
    model.addAttribute("findings", operation.list());
    model.addAttribute("reasons", operation.reasons());
    model.addAttribute("left", messages.waiting());
    model.addAttribute("neverLeft", messages.destroyed());
    model.addAttribute("sending", messages.sending());
    model.addAttribute("backing", backups.atWork().orElse(null));
    model.addAttribute("backedUp", backups.said().orElse(null));
    model.addAttribute("backups", backups.list());
    return "operation";
  }

  @PostMapping("/operation/mail")
  String mail(@AuthenticationPrincipal SignedIn me, RedirectAttributes answer) {
    MailTest.Outcome outcome = mail.send(accounts.find(me.userId()).orElseThrow(NotThere::new));
    answer.addFlashAttribute(outcome.sent() ? TAKEN : "problem", outcome.sentence());
    answer.addFlashAttribute("at", "#test-mail");
    return HERE;
  }

  /** Tries every message that has not left once more. */
  @PostMapping("/operation/messages")
  String messages(@AuthenticationPrincipal SignedIn me, RedirectAttributes answer) {
    String destroyed = messages.destroyed();
    if (!destroyed.isEmpty() && messages.waiting() == 0) {
      answer.addFlashAttribute("problem", destroyed);
      return HERE;
    }
    answer.addFlashAttribute(
        TAKEN,
        (messages.retry(me.getUsername())
                ? "The messages are on their way. Look here again in a minute. "
                : "They are being sent already. Look here again in a minute. ")
            .concat(destroyed)
            .strip());
    return HERE;
  }

  @PostMapping("/operation/backup")
  String backup(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String passphrase,
      @RequestParam(defaultValue = "") String again,
      RedirectAttributes answer) {
    if (!passphrase.equals(again)) {
      return refused("The passphrase was not repeated as it was; enter both again", answer);
    }
    try {
      answer.addFlashAttribute(
          TAKEN,
          backups.begin(Passphrase.of(passphrase), new Asker(me.getUsername(), me.trustId()))
              ? "The backup has begun. It goes on while you do something else."
              : "A backup is being made already.");
    } catch (BackupRefused refused) {
      return refused(refused.sentence(), answer);
    }
    return HERE;
  }

  private static String refused(String sentence, RedirectAttributes answer) {
    answer.addFlashAttribute("problem", sentence);
    answer.addFlashAttribute("at", "#passphrase");
    return HERE;
  }
}
