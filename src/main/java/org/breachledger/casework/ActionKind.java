package org.breachledger.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sort of action an incident calls for [002]. */
public enum ActionKind {
  TRAINING,
  POLICY,
  CONTROL,
  OTHER;

  /** The word commands, tables and the store use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word; empty where there is none. */
  public static Optional<ActionKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** All words. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(ActionKind::code).toList();
  }
}
