package org.breachledger.normalise.batch;

import java.time.LocalDate;
import java.util.Map;
import org.breachledger.incident.Field;
import org.breachledger.incident.Redacted;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.Typing;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeConfirmations;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides the type of each incident: a person's word first, then the rules, then what was learned.
 * What persons said and which learned version is on is read once, with the first incident.
 */
public class TypeProcessor implements ItemProcessor<StoredIncident, TypedIncident> {

  private final JdbcClient jdbc;
  private final TypeRules rules;
  private final LocalDate asOf;
  private @Nullable Map<Long, TypeConfirmations.Standing> confirmed;
  private @Nullable Typing typing;

  /**
   * For one run of the step.
   *
   * @param asOf the London day of the as-of
   */
  public TypeProcessor(JdbcClient jdbc, TypeRules rules, LocalDate asOf) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.asOf = asOf;
  }

  @Override
  public TypedIncident process(StoredIncident incident) {
    if (confirmed == null) {
      confirmed = new TypeConfirmations(jdbc).ofThoseToType(asOf);
    }
    if (typing == null) {
      typing = new LearnedVersions(jdbc).inForce(rules);
    }
    String category = Redacted.told(incident.facts(), Field.REPORTED_TYPE).orElse(null);
    String text = Redacted.told(incident.facts(), Field.DESCRIPTION).orElse(null);
    TypeConfirmations.Standing person = confirmed.get(incident.id());
    return new TypedIncident(
        incident,
        person == null
            ? typing.decide(category, text)
            : typing.confirmed(person.type(), person.day(), category, text));
  }
}
