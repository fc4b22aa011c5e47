package org.breachledger.web;

import java.util.Map;
import org.breachledger.access.MailAddress;
import org.breachledger.access.Role;
import org.breachledger.access.store.People;
import org.jspecify.annotations.Nullable;

/** What was typed about a person, read field by field. */
final class PersonForm {

  private static final int LONGEST_NAME = 100;

  private PersonForm() {}

  /**
   * Reads the form.
   *
   * @param needsAddress whether the mail address may not be left out
   * @param schools by their numbers, those of the trust
   * @throws Typed.Wrong naming the first field that cannot be used
   */
  static People.Details read(Typed typed, boolean needsAddress, Map<Integer, String> schools) {
    String name = typed.need("label", "Enter the name");
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new Typed.Wrong("label", "Enter a name of at most " + LONGEST_NAME + " characters");
    }
    String email = address(typed, needsAddress);
    Role role =
        typed
            .find("role")
            .flatMap(Role::find)
            .orElseThrow(() -> new Typed.Wrong("role", "Choose a role"));
    return new People.Details(
        name, email, role, role.ofOneSchool() ? school(typed, schools) : noSchool(typed, role));
  }

  private static @Nullable String address(Typed typed, boolean needed) {
    if (typed.find("email").isEmpty() && !needed) {
      return null;
    }
    return typed
        .find("email")
        .flatMap(MailAddress::parse)
        .orElseThrow(
            () -> new Typed.Wrong("email", "Enter a mail address such as head@example.org"));
  }

  private static Integer school(Typed typed, Map<Integer, String> schools) {
    return typed
        .find("school")
        .filter(number -> number.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .filter(schools::containsKey)
        .orElseThrow(() -> new Typed.Wrong("school", "Choose the school this role is about"));
  }

  private static @Nullable Integer noSchool(Typed typed, Role role) {
    if (typed.find("school").isPresent()) {
      throw new Typed.Wrong(
          "school", "Choose no school: the role " + role.title() + " is about all of them");
    }
    return null;
  }
}
