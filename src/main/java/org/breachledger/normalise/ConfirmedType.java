package org.breachledger.normalise;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose breach type a person confirmed or corrected.
 *
 * @param incident its number in the register
 * @param category the type as its sheet wrote it then; null where it gave none
 * @param text the description as it was then; null where there was none
 * @param breachType the type as confirmed
 * @param subType null where the person named none
 */
public record ConfirmedType(
    long incident,
    @Nullable String category,
    @Nullable String text,
    String breachType,
    @Nullable String subType) {

  /** Whether these are the words that person saw. */
  boolean saw(@Nullable String nowCategory, @Nullable String nowText) {
    return Objects.equals(category, nowCategory) && Objects.equals(text, nowText);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "incident " + incident + " is " + breachType;
  }
}
