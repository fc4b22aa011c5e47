package org.breachledger.incident;

/** One word out of a closed list, in its canonical spelling. */
public record Code(String code) implements Value {
  @Override
  public String written() {
    return code;
  }
}
