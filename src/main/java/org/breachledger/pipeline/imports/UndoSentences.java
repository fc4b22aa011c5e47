package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.store.Undo;

/** What is said of an undone import, and of one that cannot be: numbers and references only. */
final class UndoSentences {

  private static final int NAMED = 20;

  private UndoSentences() {}

  /** One sentence for each later import in the way, and one that says what to do. */
  static List<String> inTheWay(long importId, Map<Long, List<String>> later) {
    List<String> sentences = new ArrayList<>();
    later.forEach(
        (by, incidents) ->
            sentences.add(
                "Import "
                    + by
                    + " changed after import "
                    + importId
                    + (incidents.size() == 1 ? " the incident " : " the incidents ")
                    + named(incidents)
                    + "."));
    sentences.add(
        "Import "
            + importId
            + " was not undone. Undo the later first, or ask for --with-later to undo them all.");
    return sentences;
  }

  /** People recorded what they decided, did or reviewed about incidents of the import. */
  static List<String> recordedSince(long importId, List<String> incidents) {
    return List.of(
        "A person recorded a decision, an action, a review or a legal hold of the "
            + (incidents.size() == 1 ? "incident " : "incidents ")
            + named(incidents)
            + " since.",
        "Import "
            + importId
            + " was not undone: what a person put on record stays. Correct its rows by another"
            + " import instead.");
  }

  /** A hold that stood before the import covers what it brought. */
  static List<String> held(long importId, List<String> incidents) {
    return List.of(
        "A legal hold stands on the "
            + (incidents.size() == 1 ? "incident " : "incidents ")
            + named(incidents)
            + (incidents.size() == 1
                ? ", or on its school, and undoing import "
                : ", or on a school of theirs, and undoing import ")
            + importId
            + " would take "
            + (incidents.size() == 1 ? "it" : "them")
            + " off the register.",
        notUndoneWhileHeld(importId));
  }

  /** The same for what an access log hinted at: undoing deletes it. */
  static List<String> heldSignals(long importId, long signals) {
    return List.of(
        "A legal hold stands on the school of "
            + (signals == 1 ? "1 open signal" : signals + " open signals")
            + " that undoing import "
            + importId
            + " would delete.",
        notUndoneWhileHeld(importId));
  }

  private static String notUndoneWhileHeld(long importId) {
    return "Import "
        + importId
        + " was not undone. Lift the hold first, where it may be lifted, and place it again after.";
  }

  /** Incidents whose type a person confirmed, and what to do. */
  static List<String> confirmed(long importId, List<String> incidents) {
    return List.of(
        "A person confirmed the breach type of "
            + (incidents.size() == 1 ? "the incident " : "the incidents ")
            + named(incidents)
            + " after import "
            + importId
            + ".",
        "Import "
            + importId
            + " was not undone. Withdraw these confirmations first (confirm-types --withdraw).");
  }

  /** An import of an earlier version of the program. */
  static String notRemembered(long importId) {
    return "Import "
        + importId
        + " was taken in by an earlier version of the program, which did not keep what is needed"
        + " to undo it; nothing was undone.";
  }

  /** What undoing one import did, and which incidents stay and why. */
  static List<String> undone(Undo.Undone done) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Import "
            + done.importId()
            + " is undone: "
            + counted(done.removed(), "incident")
            + " removed, "
            + counted(done.restored(), "incident")
            + " as before it, "
            + counted(done.months(), "month")
            + " of coverage taken back.");
    if (done.kept() > 0) {
      sentences.add(
          counted(done.kept(), "incident")
              + " of import "
              + done.importId()
              + (done.kept() == 1 ? " stays" : " stay")
              + ": a later import brought "
              + (done.kept() == 1 ? "it" : "them")
              + " too and is the source now.");
    }
    return sentences;
  }

  private static String named(List<String> incidents) {
    String first = String.join(", ", incidents.subList(0, Math.min(NAMED, incidents.size())));
    int more = incidents.size() - NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
