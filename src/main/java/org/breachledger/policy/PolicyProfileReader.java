package org.breachledger.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.policy.PolicyProfile.HourRounding;
import org.breachledger.policy.PolicyProfile.Investigation;
import org.breachledger.policy.PolicyProfile.Referral;
import org.breachledger.policy.PolicyProfile.Review;
import org.breachledger.policy.PolicyProfile.Tables;

/** Reads a policy profile and refuses what nobody could act on. */
final class PolicyProfileReader {

  static final String FOLDER = "policies";
  static final String ENDING = ".yaml";

  private static final int SMALL = 4;
  private static final int GREATEST_SMALL = 100;

  private static final List<String> REQUIRED_ROLES =
      List.of(
          "head",
          "data-lead",
          "dpo",
          "governing-body",
          "security-analyst",
          "board",
          "working-group");
  private static final List<String> OTHER_ROLES =
      List.of(
          "siro",
          "caldicott-guardian",
          "communications",
          "education-department",
          "investigating-officer",
          "senior-leaders",
          "regulator");
  private static final List<String> PAPERS =
      List.of("governors", "board", "working-group", "alert");

  private final String file;
  private final PolicyDocument document;

  private PolicyProfileReader(String file, PolicyDocument document) {
    this.file = file;
    this.document = document;
  }

  static PolicyProfile read(PolicySource source, String name) {
    String file = FOLDER + "/" + name + ENDING;
    return new PolicyProfileReader(file, PolicyDocument.read(source, file)).profile(name);
  }

  static String nameOf(String file) {
    return file.substring(FOLDER.length() + 1, file.length() - ENDING.length());
  }

  private PolicyProfile profile(String name) {
    document.allow(
        "name",
        "version",
        "title",
        "source",
        "titles",
        "labels",
        "near-miss-label",
        "bands",
        "factors",
        "duties",
        "delay-bands",
        "review",
        "statutory-hour-rounding",
        "referrals",
        "investigators",
        "recipients",
        "routes",
        "closing",
        "suppress-up-to");
    if (!document.need("name").equals(name)) {
      throw wrong("name", "key \"name\" must be \"" + name + "\", like the file");
    }
    Map<String, String> titles = titles();
    List<ScoreLabel> labels = PolicyLabels.read(document);
    PolicyWords words = new PolicyWords(file, titles.keySet(), labelsOf(labels));
    return new PolicyProfile(
        name,
        document.need("version"),
        document.need("title"),
        document.need("source"),
        titles,
        labels,
        document.need("near-miss-label"),
        tables(),
        review(),
        rounding(),
        document.blocks("referrals").stream().map(block -> referral(block, words)).toList(),
        document.blocks("investigators").stream()
            .map(block -> investigation(block, words))
            .toList(),
        recipients(words),
        suppressUpTo());
  }

  /** A profile kept from before the key was known hides what the policy hides. */
  private int suppressUpTo() {
    String written = document.find("suppress-up-to").orElse("" + SMALL);
    int number = written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
    if (number < 2 || number > GREATEST_SMALL) {
      throw wrong(
          "suppress-up-to",
          "key \"suppress-up-to\" must be a whole number from 2 to "
              + GREATEST_SMALL
              + "; papers print no number of people from 1 to it");
    }
    return number;
  }

  private Tables tables() {
    return new Tables(
        document.need("bands"),
        document.need("factors"),
        document.need("duties"),
        document.need("delay-bands"),
        document.need("routes"),
        document.need("closing"));
  }

  private PolicyDocument needBlock(String key) {
    return document
        .block(key)
        .orElseThrow(
            () -> document.refuse("key \"" + key + "\" is missing; write a block of keys"));
  }

  private Map<String, String> titles() {
    PolicyDocument block = needBlock("titles");
    List<String> roles = new ArrayList<>(REQUIRED_ROLES);
    roles.addAll(OTHER_ROLES);
    block.allow(roles.toArray(String[]::new));
    Map<String, String> titles = new LinkedHashMap<>();
    for (String role : REQUIRED_ROLES) {
      titles.put(
          role,
          block
              .find(role)
              .filter(title -> !title.isEmpty())
              .orElseThrow(
                  () -> block.refuse("the title of \"" + role + "\" is missing; write it")));
    }
    for (String role : OTHER_ROLES) {
      block.find(role).ifPresent(title -> titles.put(role, title));
    }
    return titles;
  }

  private static List<String> labelsOf(List<ScoreLabel> labels) {
    return labels.stream().map(ScoreLabel::label).toList();
  }

  private Review review() {
    PolicyDocument block = needBlock("review");
    block.allow("months", "significance", "basis");
    int months = PolicyLabels.number(block, "months").orElse(0);
    if (months < 1) {
      throw block.refuse("key \"months\" must be a whole number of 1 or more");
    }
    return new Review(months, significance(block), block.need("basis"));
  }

  private static double significance(PolicyDocument block) {
    try {
      double value = Double.parseDouble(block.need("significance"));
      if (value > 0 && value < 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw block.refuse("key \"significance\" must be a number such as 0.05");
    }
    throw block.refuse("key \"significance\" must lie between 0 and 1");
  }

  private HourRounding rounding() {
    return switch (document.find("statutory-hour-rounding").orElse("off")) {
      case "off" -> HourRounding.OFF;
      case "next-hour" -> HourRounding.NEXT_HOUR;
      default ->
          throw wrong(
              "statutory-hour-rounding",
              "key \"statutory-hour-rounding\" must be \"off\" or next-hour");
    };
  }

  private static Referral referral(PolicyDocument block, PolicyWords words) {
    block.allow("labels", "to", "must", "source");
    return new Referral(
        words.labels(block, "labels"),
        words.role(block, block.need("to")),
        words.yes(block, "must"),
        block.need("source"));
  }

  private static Investigation investigation(PolicyDocument block, PolicyWords words) {
    block.allow("labels", "by", "with", "source");
    return new Investigation(
        words.labels(block, "labels"),
        words.role(block, block.need("by")),
        words.roles(block, "with"),
        block.need("source"));
  }

  private Map<String, List<String>> recipients(PolicyWords words) {
    PolicyDocument block = needBlock("recipients");
    block.allow(PAPERS.toArray(String[]::new));
    Map<String, List<String>> recipients = new LinkedHashMap<>();
    for (String paper : PAPERS) {
      List<String> roles = words.roles(block, paper);
      if (roles.isEmpty()) {
        throw block.refuse("nobody receives \"" + paper + "\"; list at least one role");
      }
      recipients.put(paper, roles);
    }
    return recipients;
  }

  private RefusedTable wrong(String key, String what) {
    return new RefusedTable(file, document.lineOf(key), what);
  }
}
