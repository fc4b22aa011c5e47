package org.breachledger.web;

import java.util.List;
import org.breachledger.access.Account;
import org.breachledger.access.Right;
import org.breachledger.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** The account a page is answered for, with its trust and its rights. */
final class SignedIn extends User {

  private static final long serialVersionUID = 1L;

  private final int trustId;
  private final long userId;
  private final Role role;
  private final @Nullable Integer schoolId;
  private final String label;
  private final boolean mustChange;
  private final long stamp;
  private final boolean secondFactor;

  SignedIn(int trustId, Account account) {
    super(
        account.signInName(),
        account.passwordHash(),
        !account.disabled(),
        true,
        true,
        true,
        account.role().rights().stream()
            .map(right -> new SimpleGrantedAuthority(right.name()))
            .toList());
    this.trustId = trustId;
    this.userId = account.userId();
    this.role = account.role();
    this.schoolId = account.schoolId();
    this.label = account.label();
    this.mustChange = account.mustChange();
    this.stamp = account.stamp();
    this.secondFactor = account.secondFactor();
  }

  int trustId() {
    return trustId;
  }

  long userId() {
    return userId;
  }

  /** What the pages call this account. */
  public String label() {
    return label;
  }

  @Nullable Integer schoolId() {
    return schoolId;
  }

  boolean mustChange() {
    return mustChange;
  }

  /** The account's when this was made: sessions of an older one have ended. */
  long stamp() {
    return stamp;
  }

  /** Whether a code is asked for beside the password. */
  boolean secondFactor() {
    return secondFactor;
  }

  boolean may(Right right) {
    return role.rights().contains(right);
  }

  /** Whether a right of that name is among the role's. */
  public boolean may(String right) {
    return may(Right.valueOf(right));
  }

  /** Whether any paper is meant for this role. */
  public boolean readsPapers() {
    return List.of(
            Right.SCHOOL_PAPERS,
            Right.OWN_PAPERS,
            Right.BOARD_PAPERS,
            Right.WORKING_PAPERS,
            Right.PACKS)
        .stream()
        .anyMatch(this::may);
  }
}
