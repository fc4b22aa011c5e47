package org.breachledger.reporting.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.deadline.DelayBand;
import org.breachledger.deadline.DelayBands;
import org.breachledger.deadline.Duty;
import org.breachledger.incident.BreachType;
import org.springframework.util.StringUtils;

/**
 * The words papers use for codes.
 *
 * @param types title by breach type
 * @param subTypes title by sub-type
 * @param timed the duties that have a verdict, in the order papers list them
 * @param roles the policy's title of a role by its code
 */
public record PaperWords(
    Map<String, String> types,
    Map<String, String> subTypes,
    List<Duty> timed,
    Map<String, String> roles) {

  /** Copies the duties. */
  public PaperWords {
    timed = List.copyOf(timed);
  }

  /** The title of a duty; its code where the policy has changed since. */
  public String duty(String code) {
    return timed.stream()
        .filter(duty -> duty.code().equals(code))
        .map(Duty::title)
        .findFirst()
        .orElse(code);
  }

  /** What papers head each band of delay, by its code; last what cannot be told. */
  static Map<String, String> delays(DelayBands bands) {
    Map<String, String> words = new LinkedHashMap<>();
    for (DelayBand band : bands.bands()) {
      words.put(band.code(), StringUtils.capitalize(band.words()));
    }
    words.put(DelayBands.CANNOT_TELL, org.breachledger.reporting.DelayBands.CANNOT_TELL);
    return words;
  }

  /** The title of a breach type. */
  public String type(String code) {
    return code.equals(BreachType.UNTYPED)
        ? "Type not yet decided"
        : types.getOrDefault(code, code);
  }

  /** The title of a role; its code where the policy has changed since. */
  public String role(String code) {
    return roles.getOrDefault(code, code);
  }

  /** The title of a sub-type; incidents without one are "other or not said". */
  public String subType(String code) {
    return code.isEmpty() ? "Other or not said" : subTypes.getOrDefault(code, code);
  }
}
