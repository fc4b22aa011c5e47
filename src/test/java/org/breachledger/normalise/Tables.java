package org.breachledger.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.files.JobsFolder;

/** The shipped tables, with some of them replaced for a test. */
record Tables(Map<String, String> replaced) implements PolicySource {

  private static final JobsFolder SHIPPED = new JobsFolder(null);

  static Tables shipped() {
    return new Tables(Map.of());
  }

  Tables with(String name, String text) {
    Map<String, String> more = new HashMap<>(replaced);
    more.put(name, text);
    return new Tables(more);
  }

  /** With wording rules of one's own, below the usual heading. */
  Tables wording(String... rows) {
    return with(
        "normalise/wording.csv",
        "phrase,near,not_near,code,sub_type,points,why\n" + String.join("\n", rows) + "\n");
  }

  @Override
  public Optional<String> find(String name) {
    return replaced.containsKey(name) ? Optional.of(replaced.get(name)) : SHIPPED.find(name);
  }

  @Override
  public List<String> list(String folder, String ending) {
    return SHIPPED.list(folder, ending);
  }
}
