package org.breachledger.normalise;

import java.util.Objects;
import java.util.stream.Stream;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose breach type a person confirmed or corrected.
 *
 * @param incident its number in the register
 * @param category the type as its sheet wrote it then; null where it gave none
 * @param text the description as it was then; null where there was none
 * @param redacted whether words that person saw were taken out since: nobody knows them any more
 * @param breachType the type as confirmed
 * @param subType null where the person named none
 */
public record ConfirmedType(
    long incident,
    @Nullable String category,
    @Nullable String text,
    boolean redacted,
    String breachType,
    @Nullable String subType) {

  /**
   * The type of an incident by what was known of it when it was confirmed.
   *
   * @param subType null where the person named none
   */
  public static ConfirmedType of(
      long incident, Facts seen, String breachType, @Nullable String subType) {
    return new ConfirmedType(
        incident,
        Redacted.told(seen, Field.REPORTED_TYPE).orElse(null),
        Redacted.told(seen, Field.DESCRIPTION).orElse(null),
        Stream.of(Field.REPORTED_TYPE, Field.DESCRIPTION)
            .anyMatch(field -> seen.findText(field).filter(Redacted.MARK::equals).isPresent()),
        breachType,
        subType);
  }

  /** Whether these are the words that person saw, as far as anybody can tell. */
  public boolean saw(@Nullable String nowCategory, @Nullable String nowText) {
    return redacted || (Objects.equals(category, nowCategory) && Objects.equals(text, nowText));
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "incident " + incident + " is " + breachType;
  }
}
