package org.breachledger.policy.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.breachledger.policy.PolicySource;

/** Tables as they once stood; it knows no others. */
record KeptSource(Map<String, String> bodies) implements PolicySource {

  KeptSource {
    bodies = new TreeMap<>(bodies);
  }

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(bodies.get(name));
  }

  @Override
  public List<String> list(String folder, String ending) {
    return bodies.keySet().stream()
        .filter(name -> name.startsWith(folder + "/") && name.endsWith(ending))
        .filter(name -> name.indexOf('/', folder.length() + 1) < 0)
        .toList();
  }
}
