package org.breachledger.incident;

/** Free text as a person wrote it: never printed, logged, mailed or exported. */
public record Text(String text) implements Value {
  @Override
  public String written() {
    return text;
  }

  /** Says that there is a text, not what it says: it may name a person. */
  @Override
  public String toString() {
    return "Text[" + text.length() + " characters]";
  }
}
