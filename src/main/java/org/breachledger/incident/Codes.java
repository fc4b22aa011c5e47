package org.breachledger.incident;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Several words out of a closed list, each once, in alphabetical order. */
public record Codes(SortedSet<String> codes) implements Value {

  /** Copies, so that nobody can add a code afterwards. */
  public Codes {
    codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  /** The codes given, duplicates dropped. */
  public static Codes of(Collection<String> codes) {
    return new Codes(new TreeSet<>(codes));
  }

  /** Reads codes joined by {@code ;}; blanks are passed over. */
  public static Codes parse(String written) {
    List<String> parts = Arrays.stream(written.split(";")).map(String::strip).toList();
    return of(parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  @Override
  public String written() {
    return String.join(";", codes);
  }
}
