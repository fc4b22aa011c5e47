package org.breachledger.normalise;

import org.jspecify.annotations.Nullable;

/**
 * An incident whose breach type a person confirmed or corrected.
 *
 * @param incident its number in the register
 * @param category the type as its sheet writes it; null where it gives none
 * @param text the description; null where there is none
 * @param breachType the type as confirmed
 * @param subType null where the person named none
 */
public record ConfirmedType(
    long incident,
    @Nullable String category,
    @Nullable String text,
    String breachType,
    @Nullable String subType) {

  /** Never the words. */
  @Override
  public String toString() {
    return "incident " + incident + " is " + breachType;
  }
}
