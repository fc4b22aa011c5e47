package org.breachledger.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DelayBand.Edge;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Moment.Span;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/**
 * The regulator's bands of delay, from becoming aware (else identifying) to notifying the ICO.
 *
 * @param bands shortest first; each time lies in exactly one
 */
public record DelayBands(List<DelayBand> bands) {

  /** The code where the ICO was notified, but the dates do not decide the band. */
  public static final String CANNOT_TELL = "cannot-tell";

  /** Copies the bands. */
  public DelayBands {
    bands = List.copyOf(bands);
  }

  /**
   * Reads the table a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a gap or an overlap is left
   */
  public static DelayBands read(PolicySource source, PolicyProfile profile) {
    PolicyTable table =
        PolicyTable.read(
            source,
            profile.tables().delayBands(),
            Set.of("code", "words", "at_least", "more_than", "less_than", "at_most"),
            Set.of("source"));
    List<DelayBand> bands = new ArrayList<>();
    Optional<Edge> wanted = Optional.empty();
    for (Row row : table.rows()) {
      Optional<Edge> lower = edge(row, "at_least", "more_than");
      if (!lower.equals(wanted)) {
        throw row.refuse(
            "gap or overlap: this band must begin "
                + wanted
                    .map(edge -> (edge.inclusive() ? "at_least " : "more_than ") + edge.hours())
                    .orElse("without a lower end"));
      }
      Optional<Edge> upper = edge(row, "at_most", "less_than");
      bands.add(new DelayBand(row.need("code"), row.need("words"), lower, upper));
      if (upper.isEmpty() != (bands.size() == table.rows().size())) {
        throw row.refuse("the last band, and only the last, has no upper end");
      }
      wanted = upper.map(edge -> new Edge(edge.hours(), !edge.inclusive()));
    }
    return new DelayBands(bands);
  }

  private static Optional<Edge> edge(Row row, String inclusive, String exclusive) {
    if (!row.get(inclusive).isEmpty() && !row.get(exclusive).isEmpty()) {
      throw row.refuse("write \"" + inclusive + "\" or \"" + exclusive + "\", not both");
    }
    if (!row.get(inclusive).isEmpty()) {
      return Optional.of(new Edge(row.number(inclusive), true));
    }
    return row.get(exclusive).isEmpty()
        ? Optional.empty()
        : Optional.of(new Edge(row.number(exclusive), false));
  }

  /**
   * The code of the band in which the ICO was notified, {@link #CANNOT_TELL} where the dates do not
   * decide it; empty where the ICO was not notified by the as-of.
   */
  public Optional<String> find(DeadlineFacts facts, AsOf asOf) {
    KnownAsOf known = new KnownAsOf(facts, asOf);
    Optional<Moment> notified = known.find(Field.ICO_NOTIFIED);
    Optional<Span> start =
        known.find(Field.AWARE).or(() -> known.find(Field.IDENTIFIED)).flatMap(Moment::span);
    return notified.map(
        moment ->
            start
                .flatMap(from -> moment.span().flatMap(to -> band(from, to)))
                .map(DelayBand::code)
                .orElse(CANNOT_TELL));
  }

  private Optional<DelayBand> band(Span from, Span to) {
    return bands.stream().filter(band -> band.surelyHolds(from, to)).findFirst();
  }
}
