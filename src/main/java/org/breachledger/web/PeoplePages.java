package org.breachledger.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.access.Account;
import org.breachledger.access.AccountChange;
import org.breachledger.access.LinkKind;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.access.store.People.Details;
import org.breachledger.access.store.People.Person;
import org.breachledger.access.store.SecondFactors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Where operators look after the accounts of the trust: invite, change, block, help back in. */
@Page
class PeoplePages {

  private static final String TAKEN = "taken";

  private final People people;
  private final AccountStore accounts;
  private final SecondFactors factors;
  private final SchoolQueries schools;
  private final AccountPost post;

  PeoplePages(
      People people,
      AccountStore accounts,
      SecondFactors factors,
      SchoolQueries schools,
      AccountPost post) {
    this.people = people;
    this.accounts = accounts;
    this.factors = factors;
    this.schools = schools;
    this.post = post;
  }

  @GetMapping("/people")
  String list(Model model) {
    model.addAttribute("people", people.list().stream().map(PersonView::of).toList());
    return "people";
  }

  @GetMapping("/people/new")
  String invitation(Model model) {
    return form(model);
  }

  @PostMapping("/people/new")
  String invite(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer) {
    try {
      Details details = PersonForm.read(new Typed(typed), true, byNumber());
      long id = people.add(details, me.getUsername()).orElseThrow(PeoplePages::known);
      send(id, LinkKind.INVITATION, me, answer);
      return page(id);
    } catch (Typed.Wrong wrong) {
      problem(wrong, typed, answer);
      return "redirect:/people/new";
    }
  }

  @GetMapping("/people/{id}")
  String person(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      UriComponentsBuilder here,
      Model model) {
    Person person = people.find(id).orElseThrow(NotThere::new);
    model.addAttribute("person", PersonView.of(person));
    model.addAttribute("self", id == me.userId());
    model.addAttribute("root", post.root().orElseGet(here::toUriString));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", PersonView.typed(person));
    }
    form(model);
    return "person";
  }

  @PostMapping("/people/{id}")
  String change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes answer) {
    Person before = people.find(id).orElseThrow(NotThere::new);
    Account account = accounts.find(id).orElseThrow(NotThere::new);
    try {
      Details details = PersonForm.read(new Typed(typed), false, byNumber());
      if (id == me.userId() && details.role() != before.role()) {
        throw new Typed.Wrong("role", "Another operator must change your own role");
      }
      if (!people.change(id, typed.getOrDefault("mark", ""), details, me.getUsername())) {
        throw known();
      }
      tell(account, before, details);
      answer.addFlashAttribute(TAKEN, "The account is changed.");
    } catch (Typed.Wrong wrong) {
      problem(wrong, typed, answer);
    } catch (People.ChangedMeanwhile changed) {
      answer.addFlashAttribute(
          "problem",
          "Somebody changed this account meanwhile. It is shown as it is now; change it again where"
              + " that still holds");
      answer.addFlashAttribute("at", "#label");
    }
    return page(id);
  }

  /**
   * The owner hears of it at the address of before: whoever changed it could have put in theirs.
   */
  private void tell(Account account, Person before, Details now) {
    if (now.role() != before.role() || !Objects.equals(now.schoolId(), before.schoolId())) {
      post.tell(account, AccountChange.ROLE);
    }
    if (!Objects.equals(account.email(), now.email())) {
      post.tell(account, AccountChange.ADDRESS);
    }
  }

  @PostMapping("/people/{id}/block")
  String block(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    refuseUnknown(id);
    if (id == me.userId()) {
      answer.addFlashAttribute("problem", "Another operator must block your own account");
      answer.addFlashAttribute("at", "#main");
    } else {
      people.block(id, true, me.getUsername());
      answer.addFlashAttribute(TAKEN, "The account is blocked, and signed out everywhere.");
    }
    return page(id);
  }

  @PostMapping("/people/{id}/unblock")
  String unblock(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    refuseUnknown(id);
    people.block(id, false, me.getUsername());
    answer.addFlashAttribute(TAKEN, "The account is open again.");
    return page(id);
  }

  @PostMapping("/people/{id}/link")
  String link(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    Person person = people.find(id).orElseThrow(NotThere::new);
    if (person.blocked()) {
      answer.addFlashAttribute("problem", "The account is blocked: open it again first");
      answer.addFlashAttribute("at", "#main");
    } else {
      send(id, person.invited() ? LinkKind.INVITATION : LinkKind.RESET, me, answer);
    }
    return page(id);
  }

  @PostMapping("/people/{id}/second-factor")
  String resetFactor(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes answer) {
    Account account = accounts.find(id).orElseThrow(NotThere::new);
    factors.remove(id, me.getUsername(), "second-factor-reset");
    post.tell(account, AccountChange.FACTOR_RESET);
    answer.addFlashAttribute(
        TAKEN, "The second factor is reset: the password alone signs in until it is set up anew.");
    return page(id);
  }

  private void refuseUnknown(long id) {
    if (people.find(id).isEmpty()) {
      throw new NotThere();
    }
  }

  private void send(long id, LinkKind kind, SignedIn me, RedirectAttributes answer) {
    Account account = accounts.find(id).orElseThrow(NotThere::new);
    AccountPost.Sent sent = post.send(account, kind, me.getUsername());
    answer.addFlashAttribute(TAKEN, sent.sentence());
    answer.addFlashAttribute("link", sent.path());
  }

  private String form(Model model) {
    model.addAttribute("roles", List.of(Role.values()));
    model.addAttribute("schools", schools.list());
    return "person-new";
  }

  private Map<Integer, String> byNumber() {
    return schools.list().stream()
        .collect(Collectors.toMap(SchoolQueries.School::id, SchoolQueries.School::name));
  }

  private static Typed.Wrong known() {
    return new Typed.Wrong("email", "Another account has this mail address; enter a different one");
  }

  private static void problem(
      Typed.Wrong wrong, Map<String, String> typed, RedirectAttributes answer) {
    answer.addFlashAttribute("problem", wrong.sentence());
    answer.addFlashAttribute("at", "#" + wrong.field());
    answer.addFlashAttribute("typed", Map.copyOf(typed));
  }

  private static String page(long id) {
    return "redirect:/people/" + id;
  }

  /** A person as the pages show one. */
  record PersonView(
      long id,
      String signInName,
      String name,
      String email,
      String role,
      String school,
      String state,
      boolean blocked,
      boolean invited,
      boolean secondFactor,
      String signedIn) {

    static PersonView of(Person person) {
      return new PersonView(
          person.id(),
          person.signInName(),
          person.name(),
          person.email(),
          person.role().title(),
          person.school(),
          person.blocked() ? "blocked" : person.invited() ? "invited" : "open",
          person.blocked(),
          person.invited(),
          person.secondFactor(),
          person.signedIn().map(Shown::moment).orElse(""));
    }

    static Map<String, String> typed(Person person) {
      return Map.of(
          "mark", person.mark(),
          "label", person.name(),
          "email", person.email(),
          "role", person.role().code(),
          "school", Optional.ofNullable(person.schoolId()).map(String::valueOf).orElse(""));
    }
  }
}
