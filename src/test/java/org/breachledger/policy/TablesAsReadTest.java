package org.breachledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables that change on the disk after they were asked for. */
class TablesAsReadTest {

  private final Map<String, String> disk = new TreeMap<>(Map.of("a/1.csv", "one", "a/2.yaml", "t"));
  private final TablesAsRead tables =
      new TablesAsRead(
          new PolicySource() {
            @Override
            public Optional<String> find(String name) {
              return Optional.ofNullable(disk.get(name));
            }

            @Override
            public List<String> list(String folder, String ending) {
              return disk.keySet().stream()
                  .filter(name -> name.startsWith(folder + "/") && name.endsWith(ending))
                  .toList();
            }
          });

  @Test
  void aTableStaysAsItWasGivenAndOneThatWasMissingStaysMissing() {
    assertThat(tables.get("a/1.csv")).isEqualTo("one");
    assertThat(tables.find("a/3.csv")).isEmpty();
    disk.put("a/1.csv", "edited");
    disk.put("a/2.yaml", "edited");
    disk.put("a/3.csv", "new");
    assertThat(tables.get("a/1.csv")).isEqualTo("one");
    assertThat(tables.find("a/3.csv")).isEmpty();
    assertThat(tables.get("a/2.yaml")).as("nobody had asked for it").isEqualTo("edited");
  }

  @Test
  void aFolderHoldsWhatItHeldWhenItWasFirstLookedThrough() {
    assertThat(tables.list("a", ".yaml")).containsExactly("a/2.yaml");
    disk.put("a/3.yaml", "new");
    disk.remove("a/1.csv");
    assertThat(tables.list("a", ".yaml")).containsExactly("a/2.yaml");
    assertThat(tables.list("a", "")).containsExactly("a/1.csv", "a/2.yaml");
  }
}
