package org.breachledger.incident;

/** A whole number, such as a declared score; may be negative. */
public record Whole(int number) implements Value {
  @Override
  public String written() {
    return Integer.toString(number);
  }
}
