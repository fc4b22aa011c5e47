package org.breachledger.access;

import org.jspecify.annotations.Nullable;

/**
 * What a person or an office signs in with.
 *
 * @param signInName in lower case
 * @param schoolId the one school of a head, a data lead or a governor; null where the role is not
 *     about one
 * @param label what the pages call the account
 * @param passwordHash with the name of its algorithm in front
 * @param mustChange whether the password must be changed before anything else
 * @param email personal, in lower case; null where none is known
 * @param stamp sessions that began under an older one have ended
 * @param secondFactor whether a code is asked for beside the password
 */
public record Account(
    long userId,
    String signInName,
    Role role,
    @Nullable Integer schoolId,
    String label,
    String passwordHash,
    boolean mustChange,
    boolean disabled,
    @Nullable String email,
    long stamp,
    boolean secondFactor) {

  /** Names the account by number only. */
  @Override
  public String toString() {
    return "Account[" + userId + ", " + role.code() + "]";
  }
}
