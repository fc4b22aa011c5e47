package org.breachledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.access.MailAddress;
import org.breachledger.access.PasswordRule;
import org.breachledger.access.Role;
import org.breachledger.intake.SchoolLines;
import org.breachledger.pipeline.setup.SetUp;

/** What was typed at the set-up, read as a whole: every entry that cannot be used is told. */
final class SetUpForm {

  private static final int LONGEST_NAME = 100;

  private final Typed typed;
  private final String password;
  private final List<Problem> problems = new ArrayList<>();

  private SetUpForm(Map<String, String> fields) {
    this.typed = new Typed(fields);
    this.password = fields.getOrDefault("chosen", "");
  }

  /** An entry that cannot be used, with what to enter. */
  record Problem(String field, String sentence) {}

  /**
   * What was read.
   *
   * @param chosen empty where there is a problem
   */
  record Read(Optional<SetUp.Chosen> chosen, List<Problem> problems) {}

  /**
   * Reads the form.
   *
   * @param policies the names to choose from
   */
  static Read read(Map<String, String> fields, Set<String> policies) {
    return new SetUpForm(fields).read(policies);
  }

  private Read read(Set<String> policies) {
    String trust = name("trust", "Enter the name of the trust or school");
    String policy = typed.find("policy").filter(policies::contains).orElse("");
    if (policy.isEmpty()) {
      wrong("policy", "Choose the policy the trust works by");
    }
    SchoolLines.Read schools = SchoolLines.read(typed.find("schools").orElse(""));
    schools
        .faults()
        .forEach(
            fault -> wrong("schools", "Schools, line " + fault.line() + ": " + fault.sentence()));
    String name = name("label", "Enter your name");
    String email = typed.find("email").flatMap(MailAddress::parse).orElse("");
    if (email.isEmpty()) {
      wrong("email", "Enter a mail address such as operator@example.org");
    }
    boolean alsoDpo = typed.find("dpo").filter("me"::equals).isPresent();
    if (!alsoDpo && typed.find("dpo").filter("other"::equals).isEmpty()) {
      wrong("dpo", "Choose who the Data Protection Officer is");
    }
    password(email);
    return new Read(
        problems.isEmpty()
            ? Optional.of(
                new SetUp.Chosen(trust, policy, schools.schools(), name, email, password, alsoDpo))
            : Optional.empty(),
        List.copyOf(problems));
  }

  private String name(String field, String otherwise) {
    String name = typed.find(field).orElse("");
    if (name.isEmpty()) {
      wrong(field, otherwise);
    } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      wrong(field, "Enter a name of at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private void password(String email) {
    Optional<String> bad =
        PasswordRule.wrong(Role.OPERATOR.code(), password)
            .or(() -> email.isEmpty() ? Optional.empty() : PasswordRule.wrong(email, password))
            .or(() -> PasswordRule.wrong(Role.DPO.code(), password));
    if (bad.isPresent()) {
      wrong("chosen", bad.get());
    } else if (!password.equals(typed.fields().getOrDefault("again", ""))) {
      wrong("again", "The password was not repeated as it was; enter both again");
    }
  }

  private void wrong(String field, String sentence) {
    problems.add(new Problem(field, sentence));
  }
}
