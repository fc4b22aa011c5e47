package org.breachledger.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * One incident of the fictional trust, as it is known at the end of the sample.
 *
 * @param kind a breach type's code, or NEAR_MISS, NO_EVENT, INBOUND
 * @param type the breach type's code, also for what is not counted
 * @param category the type as the school wrote it; may be empty
 * @param text what happened
 * @param people how many are affected
 * @param factors codes as declared
 * @param medium Paper, Electronic or Hybrid
 * @param encrypted Y, N or empty
 * @param moments local times by field
 * @param daysOnly of which moments only the day was written down
 * @param declaredScore as the school declared it; null where it declared none
 * @param twist as {@link Pinned} says, or {@code none}
 * @param mis whether the pupil record system wrote it down, and not the DPO's log
 * @param reference empty until numbered
 * @param reporter an obviously invented name; may be empty
 */
public record SampleIncident(
    SampleSchool school,
    String kind,
    String type,
    String category,
    String text,
    Headcount people,
    List<String> factors,
    String medium,
    String encrypted,
    Map<Field, LocalDateTime> moments,
    Set<Field> daysOnly,
    @Nullable Integer declaredScore,
    String decision,
    String twist,
    boolean mis,
    String reference,
    String reporter) {

  /** The day that the six-month comparison goes by: occurred, else identified. */
  public LocalDate day() {
    LocalDateTime occurred = moments.get(Field.OCCURRED);
    boolean usable = occurred != null && !twist.equals("impossible");
    return Objects.requireNonNull(usable ? occurred : moments.get(Field.IDENTIFIED)).toLocalDate();
  }

  /** Whether the comparison counts it: no near miss, no non-event, nothing inbound. */
  public boolean counted() {
    return !Plan.UNCOUNTED.contains(kind);
  }

  /** Whether it is a near miss. */
  public boolean nearMiss() {
    return kind.equals("NEAR_MISS");
  }

  /** What was known of a moment before {@code cutoff}; null where it had not happened yet. */
  @Nullable LocalDateTime at(Field field, LocalDateTime cutoff) {
    LocalDateTime moment = moments.get(field);
    return moment == null || !moment.isBefore(cutoff) ? null : moment;
  }

  /** Whether the DPO had given it a number before {@code cutoff}. */
  boolean registeredBefore(LocalDateTime cutoff) {
    return at(Field.REGISTERED, cutoff) != null;
  }

  /** The level that the declared score stands for, in words; empty without a score. */
  String declaredLevel() {
    return declaredScore == null ? "" : declaredScore >= 3 ? "Level 2" : "Level 1";
  }

  /** The finding at closure, in the words of a log; empty while open. */
  String finding(LocalDateTime cutoff) {
    if (at(Field.CLOSED, cutoff) == null) {
      return "";
    }
    return switch (kind) {
      case "NEAR_MISS" -> "Near miss";
      case "NO_EVENT" -> "Mistakenly reported";
      default -> "Incident";
    };
  }

  /** The incident's status as it was reported, in the words of a log. */
  String reportedStatus() {
    boolean near = nearMiss() != twist.equals("turned");
    return near ? "Near miss" : kind.equals("NO_EVENT") ? "Potential" : "Confirmed";
  }

  SampleIncident numbered(String number) {
    return new SampleIncident(
        school,
        kind,
        type,
        category,
        text,
        people,
        factors,
        medium,
        encrypted,
        moments,
        daysOnly,
        declaredScore,
        decision,
        twist,
        mis,
        number,
        reporter);
  }
}
