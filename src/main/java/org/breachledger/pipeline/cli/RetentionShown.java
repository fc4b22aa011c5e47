package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.London;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.YearlyList.KeptBy;
import org.breachledger.keeping.store.DestructionCertificates;
import org.jspecify.annotations.Nullable;

/** What the command {@code retention} shows: a sentence for a person, the cells for a program. */
final class RetentionShown {

  static final String NO_SETTING =
      "No retention period is set, so nothing is ever due. Set one with:"
          + " breachledger retention set --years N --by ROLE";

  private RetentionShown() {}

  static String summary(List<SchoolRetention> schools) {
    return nobodySet(schools) ? NO_SETTING : "Retention by school:";
  }

  static String due(List<SchoolRetention> schools, int due) {
    if (nobodySet(schools)) {
      return NO_SETTING;
    }
    return switch (due) {
      case 0 -> "No incident is due.";
      case 1 -> "1 incident is due, to be confirmed before anything is destroyed:";
      default -> due + " incidents are due, to be confirmed before anything is destroyed:";
    };
  }

  private static boolean nobodySet(List<SchoolRetention> schools) {
    return schools.stream().allMatch(school -> school.setting().isEmpty());
  }

  static Map<String, @Nullable Object> row(SchoolRetention school) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("school", school.name());
    row.put("period", school.setting().map(by -> by.period().words()).orElse(null));
    row.put("own", school.setting().map(RetentionSetting::own).orElse(null));
    row.put("by", school.setting().map(RetentionSetting::byRole).orElse(null));
    row.put("set_at", school.setting().map(by -> by.setAt().toString()).orElse(null));
    row.put("incidents", school.kept());
    row.put("closed", school.closed());
    row.put("due", school.due());
    row.put("held", school.held());
    row.put("without_day", school.withoutDay());
    return row;
  }

  static String line(SchoolRetention school) {
    String line =
        "%s: %s; %d on the register, %d closed, %d due, %d held"
            .formatted(
                school.name(),
                school.setting().map(RetentionShown::words).orElse("no setting"),
                school.kept(),
                school.closed(),
                school.due(),
                school.held());
    return school.withoutDay() == 0
        ? line
        : line + "; " + school.withoutDay() + " closed on a day nobody knows, never due";
  }

  private static String words(RetentionSetting setting) {
    return setting.period().words()
        + (setting.own() ? "" : " as for all schools")
        + ", set by "
        + setting.byRole()
        + " on "
        + London.dayOf(setting.setAt());
  }

  static Map<String, @Nullable Object> row(RetentionLine line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("reference", line.one().reference());
    row.put("school", line.one().school());
    row.put("closed_on", line.closedOn().map(String::valueOf).orElse(null));
    row.put("counted_from", line.countedFromRegistration() ? "registered" : "closed");
    row.put("due_since", line.due().map(String::valueOf).orElse(null));
    row.put("held", line.held());
    return row;
  }

  static String line(RetentionLine line) {
    return line.one().reference()
        + ", "
        + line.one().school()
        + ": "
        + line.closedOn()
            .map(day -> "closed on " + day)
            .orElse("closed on a day nobody knows, counted from its registration")
        + ", due since "
        + line.due().orElseThrow()
        + (line.held() ? ", held" : "");
  }

  /** A hold without its reason. */
  static Map<String, @Nullable Object> row(
      LegalHold hold, String school, @Nullable String reference) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("hold", hold.id());
    row.put("school", school);
    row.put("reference", reference);
    row.put("by", hold.byRole());
    row.put("placed_at", hold.placedAt().toString());
    return row;
  }

  static String line(LegalHold hold, String school, @Nullable String reference) {
    return hold.id()
        + ": "
        + place(school, reference)
        + ", placed by "
        + hold.byRole()
        + " on "
        + London.dayOf(hold.placedAt());
  }

  /** What a hold is on, as it is said. */
  static String place(String school, @Nullable String reference) {
    return reference == null ? "the whole of " + school : reference + ", " + school;
  }

  /** Which list may be confirmed, and what is due and not on it. */
  static List<String> list(YearlyList list) {
    List<String> said = new ArrayList<>();
    if (!list.items().isEmpty()) {
      said.add(
          "List "
              + list.name()
              + ": "
              + incidents(list.items().size())
              + ", as breachledger retention confirm "
              + list.name()
              + " --by ROLE would confirm.");
    }
    staying(list, KeptBy.HOLD, "held", said);
    staying(list, KeptBy.PERSON, "kept by a person's word", said);
    staying(list, KeptBy.COMPARISON, "still needed for the six-month comparison", said);
    return said;
  }

  private static void staying(YearlyList list, KeptBy by, String words, List<String> said) {
    int staying = list.staying(by);
    if (staying > 0) {
      said.add("Not on it: " + incidents(staying) + " " + words + ".");
    }
  }

  static String incidents(int count) {
    return count == 1 ? "1 incident" : count + " incidents";
  }

  static String originals(int count) {
    return switch (count) {
      case 0 -> "no file of the archive";
      case 1 -> "1 file of the archive";
      default -> count + " files of the archive";
    };
  }

  static Map<String, @Nullable Object> row(ListedIncident item) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("reference", item.reference());
    row.put("school", item.school());
    row.put("breach_type", item.breachType());
    row.put("due_since", item.due().toString());
    return row;
  }

  static String line(ListedIncident item) {
    return item.reference() + ", " + item.school() + ": due since " + item.due();
  }

  static Map<String, @Nullable Object> row(DestructionCertificates.Entry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("certificate", entry.number());
    row.put("list", entry.list());
    row.put("incidents", entry.incidents());
    row.put("by", entry.byRole());
    row.put("at", entry.at().toString());
    return row;
  }

  static String line(DestructionCertificates.Entry entry) {
    return entry.number()
        + ": "
        + incidents(entry.incidents())
        + " on "
        + London.dayOf(entry.at())
        + ", by "
        + entry.byRole();
  }
}
