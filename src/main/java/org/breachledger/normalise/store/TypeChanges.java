package org.breachledger.normalise.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.incident.Redacted;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.TypeDecision;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.Typing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What would change if a learned version were switched on, or off: shown before a person does it.
 * What a person confirmed never changes.
 */
public final class TypeChanges {

  private final JdbcClient jdbc;
  private final TypeRules rules;
  private final Typing now;

  /** The register of the trust at work; call within a transaction. */
  public TypeChanges(JdbcClient jdbc, TypeRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.now = typing(new LearnedVersions(jdbc).switchedOn().orElse(null));
  }

  /**
   * All incidents that would be decided otherwise, be it only in the evidence.
   *
   * @param candidate the version to switch on; null for none
   */
  public List<TypeChange> list(@Nullable LearnedVersion candidate) {
    Typing then = typing(candidate);
    Set<Long> confirmed =
        new TypeConfirmations(jdbc)
            .list().stream().map(one -> one.type().incident()).collect(Collectors.toSet());
    List<TypeChange> changes = new ArrayList<>();
    IncidentReader reader = new IncidentReader(jdbc, "true");
    for (StoredIncident one = reader.read(); one != null; one = reader.read()) {
      TypeChange change = change(one, then);
      if (!confirmed.contains(one.id()) && !change.now().equals(change.then())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private TypeChange change(StoredIncident one, Typing then) {
    return new TypeChange(
        one.id(), one.school(), one.reference(), decided(one, now), decided(one, then));
  }

  private static TypeDecision decided(StoredIncident one, Typing typing) {
    return typing.decide(
        Redacted.told(one.facts(), Field.REPORTED_TYPE).orElse(null),
        Redacted.told(one.facts(), Field.DESCRIPTION).orElse(null));
  }

  private Typing typing(@Nullable LearnedVersion version) {
    return version == null ? Typing.byRules(rules) : Typing.with(rules, version);
  }
}
