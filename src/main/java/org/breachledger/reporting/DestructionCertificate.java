package org.breachledger.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was destroyed, on whose word, when, how, and when the last backup that holds it expires
 * [002]. It names references, types and days only, and is kept for years.
 *
 * @param number from 1, without a gap
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param list the identity of the confirmed list
 * @param confirmedBy the role's title
 * @param confirmedOn the London day
 * @param destroyedBy the role's title
 * @param destroyedOn the London day
 * @param originals files of the archive that went with the incidents
 * @param backups what is known of backups
 * @param incidents in the order of the incidents' numbers
 */
public record DestructionCertificate(
    int number,
    String scope,
    Imprint imprint,
    String list,
    String confirmedBy,
    LocalDate confirmedOn,
    String destroyedBy,
    LocalDate destroyedOn,
    int originals,
    Backups backups,
    List<DestroyedIncident> incidents)
    implements Paper {

  private static final int GROUP = 4;

  /** Copies the incidents. */
  public DestructionCertificate {
    Words.notNegative(originals);
    incidents = List.copyOf(incidents);
  }

  /**
   * What is known of backups.
   *
   * @param keptDays how long any of them is kept; null where nobody said
   * @param last the London day of the last one the program made, since the restore where there was
   *     one; null where it made none
   * @param restored null where the record was never restored
   */
  public record Backups(
      @Nullable Integer keptDays, @Nullable LocalDate last, @Nullable Restored restored) {}

  /**
   * The newest restore of the record, in London days.
   *
   * @param backupOf of the backup it came from; null where that is not on record
   */
  public record Restored(LocalDate on, @Nullable LocalDate backupOf) {}

  @Override
  public String template() {
    return "destruction-certificate";
  }

  @Override
  public String about() {
    return scope;
  }

  @Override
  public String title() {
    return "Certificate of destruction " + number;
  }

  /** How many incidents were destroyed, and on which day. */
  public String headline() {
    return Words.capitalCount(incidents.size(), "incident")
        + " "
        + Words.was(incidents.size())
        + " destroyed on "
        + Words.day(destroyedOn)
        + ".";
  }

  /** On whose word: the setting, the confirmation, and who had it done. */
  public String authority() {
    return "The retention period of each school had ended, counted from the day a case was closed; the"
        + " table gives it. "
        + confirmedBy
        + " confirmed the list of what was due on "
        + Words.day(confirmedOn)
        + ". "
        + destroyedBy
        + " had it destroyed. No legal hold stood on any of it.";
  }

  /** The identity of the list, in groups that can be compared by eye. */
  public String listWords() {
    StringBuilder words = new StringBuilder("List");
    for (int at = 0; at < list.length(); at += GROUP) {
      words.append(' ').append(list, at, Math.min(list.length(), at + GROUP));
    }
    return words.append('.').toString();
  }

  /** What went, and how. */
  public String method() {
    return "Deleted in one transaction: facts and their history, words, who reported them, notes,"
        + " decisions, actions, reviews, reasons, and what was learned from them. "
        + originalWords()
        + " The database server writes over the space as it needs it. Kept are the audit trail, this"
        + " certificate, the numbers of papers published before, and how many incidents there were by"
        + " school, month and type. What was written elsewhere, sent or printed before is for those who"
        + " have it to destroy.";
  }

  private String originalWords() {
    return originals == 0
        ? "No file of the archive went with them: each is evidence of other incidents too, and stays"
            + " until the last of these is destroyed."
        : Words.capitalCount(originals, "file")
            + " of the archive, with their rows to mend in the folder returns, "
            + Words.is(originals)
            + " removed right after; only "
            + (originals == 1 ? "its hash stays." : "their hashes stay.");
  }

  /** When the last backup that may hold it expires. */
  public String backupWords() {
    Integer days = backups.keptDays();
    String last = restoredWords() + lastWords();
    return days == null
        ? last
            + " Backups made before hold these incidents until they are deleted. Nobody said how long"
            + " backups are kept, so no day can be given."
        : last
            + " Backups are kept for "
            + Words.count(days, "day")
            + " by this installation's setting, so the last one that may hold these incidents"
            + " expires on "
            + Words.day(destroyedOn.plusDays(days))
            + ".";
  }

  private String restoredWords() {
    Restored restored = backups.restored();
    if (restored == null) {
      return "";
    }
    LocalDate of = restored.backupOf();
    return "The record was restored on "
        + Words.day(restored.on())
        + " from a backup"
        + (of == null ? "" : " of " + Words.day(of))
        + ": that one, and any made after it and before the restore, may hold these incidents. ";
  }

  private String lastWords() {
    String when = backups.restored() == null ? "before" : "since";
    return backups.last() == null
        ? "This program made no backup " + when + "."
        : "The last backup this program made " + when + " is of " + Words.day(backups.last()) + ".";
  }
}
