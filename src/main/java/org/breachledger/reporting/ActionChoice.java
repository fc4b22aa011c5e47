package org.breachledger.reporting;

/** The kinds of action a board chooses from when a breach type did not fall [002]. */
public enum ActionChoice {
  TRAINING("Training", "Who needs to know or practise something, by when, and who checks it?"),
  POLICY("Policy", "Which rule is missing, unclear or not followed, and who will change it?"),
  CONTROL("Control", "What can be made impossible, harder or visible by a setting or a tool?");

  private final String kind;
  private final String prompt;

  ActionChoice(String kind, String prompt) {
    this.kind = kind;
    this.prompt = prompt;
  }

  /** Training, policy or control. */
  public String kind() {
    return kind;
  }

  /** What to think of. */
  public String prompt() {
    return prompt;
  }
}
