package org.breachledger.policy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breachledger.incident.Sha256;

/**
 * Notes which tables a part was really given, and as what: a table may change on the disk while the
 * part goes on by what it read.
 */
public final class NotedTables {

  private final PolicySource tables;
  private final TreeMap<String, TreeSet<String>> given = new TreeMap<>();

  /** Notes what is taken of these tables. */
  public NotedTables(PolicySource tables) {
    this.tables = tables;
  }

  /** The tables as the part is given them. */
  public PolicySource source() {
    return new PolicySource() {
      @Override
      public Optional<String> find(String name) {
        Optional<String> text = tables.find(name);
        note(name, text.map(Sha256::of).orElse("none"));
        return text;
      }

      @Override
      public List<String> list(String folder, String ending) {
        List<String> names = tables.list(folder, ending);
        note(folder + "/*" + ending, String.join(" ", names));
        return names;
      }
    };
  }

  private void note(String name, String what) {
    synchronized (given) {
      given.computeIfAbsent(name, unknown -> new TreeSet<>()).add(what);
    }
  }

  /** A hash of all that was given so far; the same for the same tables in whatever order. */
  public String hash() {
    synchronized (given) {
      return Sha256.of(given.toString());
    }
  }
}
