package org.breachledger.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives every table as it was when it was first asked for, so that what names the tables of a
 * verdict names those the verdict was made by: one edited on the disk counts from the next start.
 * What nobody has asked for yet has decided nothing.
 */
public final class TablesAsRead implements PolicySource {

  private final PolicySource tables;
  private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> folders = new ConcurrentHashMap<>();

  /** Reads each of these tables once. */
  public TablesAsRead(PolicySource tables) {
    this.tables = tables;
  }

  @Override
  public Optional<String> find(String name) {
    return texts.computeIfAbsent(name, tables::find);
  }

  /** A folder is looked through once, whatever ending is asked for. */
  @Override
  public List<String> list(String folder, String ending) {
    return folders.computeIfAbsent(folder, unread -> tables.list(unread, "")).stream()
        .filter(name -> name.endsWith(ending))
        .toList();
  }
}
