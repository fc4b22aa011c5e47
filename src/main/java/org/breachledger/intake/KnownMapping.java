package org.breachledger.intake;

/**
 * How the columns of earlier imports with the same headings were read, beside what the tables say.
 *
 * @param stated what a person said
 * @param guessed what was guessed from the values
 */
public record KnownMapping(Mapping stated, Mapping guessed) {

  /** Nothing known. */
  public static KnownMapping none() {
    return new KnownMapping(Mapping.none(), Mapping.none());
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return stated.isEmpty() && guessed.isEmpty();
  }
}
