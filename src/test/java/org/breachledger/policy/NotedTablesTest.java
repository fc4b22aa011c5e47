package org.breachledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a part was given of the tables, which may not be what lies on the disk. */
class NotedTablesTest {

  private final Map<String, String> disk = new HashMap<>(Map.of("a", "1", "b", "2"));

  private NotedTables noted() {
    return new NotedTables(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.ofNullable(disk.get(name));
          }

          @Override
          public List<String> list(String folder, String ending) {
            return disk.keySet().stream().sorted().toList();
          }
        });
  }

  @Test
  void aTableThatChangesAfterItWasReadIsNotedAsItWas() {
    NotedTables before = noted();
    assertThat(before.source().get("a")).isEqualTo("1");
    String hash = before.hash();
    disk.put("a", "changed");
    assertThat(before.hash()).isEqualTo(hash);
    NotedTables after = noted();
    assertThat(after.source().get("a")).isEqualTo("changed");
    assertThat(after.hash()).isNotEqualTo(hash);
    assertThat(before.source().get("a")).isEqualTo("changed");
    assertThat(before.hash()).as("given as both").isNotEqualTo(hash).isNotEqualTo(after.hash());
  }

  @Test
  void theOrderIsNoMatterAndWhatNobodyAskedForNeither() {
    NotedTables one = noted();
    NotedTables other = noted();
    one.source().find("a");
    one.source().find("b");
    other.source().find("b");
    other.source().find("a");
    disk.put("stray", "?");
    assertThat(one.hash()).isEqualTo(other.hash());
    other.source().find("missing");
    assertThat(one.hash()).isNotEqualTo(other.hash());
    one.source().find("missing");
    one.source().list("folder", ".yaml");
    assertThat(one.hash()).isNotEqualTo(other.hash());
  }
}
