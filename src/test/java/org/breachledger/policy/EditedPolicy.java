package org.breachledger.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.policy.files.JobsFolder;

/** The shipped tables, some of them edited. */
public final class EditedPolicy implements PolicySource {

  private final PolicySource shipped = new JobsFolder(null);
  private final Map<String, String> edited = new HashMap<>();

  /** The shipped tables as they are. */
  public static EditedPolicy shipped() {
    return new EditedPolicy();
  }

  /** A table written anew. */
  public EditedPolicy with(String name, String text) {
    edited.put(name, text);
    return this;
  }

  /** A table with one piece of text exchanged, which must be there. */
  public EditedPolicy replace(String name, String old, String wanted) {
    String text = get(name);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(name + " does not hold \"" + old + "\"; edit the test");
    }
    return with(name, text.replace(old, wanted));
  }

  /** The line of a shipped or edited table that holds a piece of text, from 1. */
  public int lineOf(String name, String text) {
    List<String> lines = get(name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(name + " does not hold \"" + text + "\"; edit the test");
  }

  @Override
  public Optional<String> find(String name) {
    String text = edited.get(name);
    return text == null ? shipped.find(name) : Optional.of(text);
  }

  @Override
  public List<String> list(String folder, String ending) {
    return shipped.list(folder, ending);
  }
}
