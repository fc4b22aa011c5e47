package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks whether a file is an access log before anybody looks for incidents in it. */
final class AuditSearch {

  private final AuditLogs logs;
  private final @Nullable String asked;
  private final @Nullable String school;
  private final boolean excluded;

  /**
   * A search for one file.
   *
   * @param school whose log it is where its lines do not say; null where nobody said
   */
  AuditSearch(AuditLogs logs, ReadingOptions options, @Nullable String school) {
    this.logs = logs;
    this.asked = options.profile();
    this.school = school;
    this.excluded = asked != null && !logs.profiles().contains(asked);
  }

  /** The log in a text file, which is streamed whatever its size. */
  Optional<AuditLog> in(Path file) throws RefusedFile, IOException {
    return excluded || FileKind.of(file) != FileKind.TEXT
        ? Optional.empty()
        : logs.inText(file, asked, school);
  }

  /** The log in an opened file. */
  Optional<AuditLog> in(Grid grid) throws RefusedFile, IOException {
    return excluded ? Optional.empty() : logs.inGrid(grid, asked, school);
  }

  /** The refusal of a file that is no log of the layout that was asked for; empty without one. */
  Optional<Refused> doesNotFit() {
    return asked == null || excluded
        ? Optional.empty()
        : Optional.of(
            Refusal.PROFILE_DOES_NOT_FIT.saying(
                "no access log found: no row holds all headings of the profile \""
                    + asked
                    + "\"; send that layout or leave the profile out."));
  }

  /** What the sender of a file without a log of incidents is told. */
  Opened told(Opened opened, Grid grid) throws RefusedFile, IOException {
    return opened instanceof Refused refused && refused.why() == Refusal.NO_LOG && logs.likely(grid)
        ? Refusal.NO_LOG.saying(
            refused.sentence()
                + " Its headings are those of an access log of a layout that nobody described yet;"
                + " add one to jobs/intake/audit-profiles.")
        : opened;
  }
}
