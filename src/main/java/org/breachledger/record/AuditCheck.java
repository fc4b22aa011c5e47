package org.breachledger.record;

import org.jspecify.annotations.Nullable;

/**
 * What checking an audit chain found.
 *
 * @param entries how many entries there are
 * @param firstTouched number of the first entry that was changed, removed or put in; null where the
 *     chain is whole
 * @param sentence the finding in plain words
 */
public record AuditCheck(long entries, @Nullable Long firstTouched, String sentence) {

  /** Whether every entry is as it was written and none is missing. */
  public boolean whole() {
    return firstTouched == null;
  }
}
