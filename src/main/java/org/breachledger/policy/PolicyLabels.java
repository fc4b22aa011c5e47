package org.breachledger.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a profile's words for scores; every score must have exactly one. */
final class PolicyLabels {

  private PolicyLabels() {}

  static List<ScoreLabel> read(PolicyDocument document) {
    List<ScoreLabel> labels = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (PolicyDocument block : document.blocks("labels")) {
      block.allow("from", "to", "label", "level", "meaning");
      if (!seen.add(block.need("label"))) {
        throw block.refuse("label \"" + block.need("label") + "\" stands twice");
      }
      labels.add(
          new ScoreLabel(
              new PolicySteps.Step(block.line(), number(block, "from"), number(block, "to")),
              block.need("label"),
              level(block),
              block.need("meaning")));
    }
    PolicySteps.check(
        document.file(), OptionalInt.empty(), labels.stream().map(ScoreLabel::scores).toList());
    return labels;
  }

  private static int level(PolicyDocument block) {
    int level = number(block, "level").orElse(0);
    if (level != 1 && level != 2) {
      throw block.refuse("key \"level\" must be 1 or 2; level 0 is a finding at closure");
    }
    return level;
  }

  static OptionalInt number(PolicyDocument block, String key) {
    String text = block.find(key).orElse("");
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw block.refuse("key \"" + key + "\" must be a whole number");
    }
  }
}
