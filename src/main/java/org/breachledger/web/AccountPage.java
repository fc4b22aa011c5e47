package org.breachledger.web;

import org.breachledger.access.store.People;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is known of the account that is signed in, and what its owner may change. */
@Page
class AccountPage {

  private final People people;

  AccountPage(People people) {
    this.people = people;
  }

  @GetMapping("/account")
  String show(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute(
        "person",
        people.find(me.userId()).map(PeoplePages.PersonView::of).orElseThrow(NotThere::new));
    return "account";
  }
}
