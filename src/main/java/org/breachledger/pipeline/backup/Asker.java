package org.breachledger.pipeline.backup;

/**
 * Who asks for a backup: an account of one trust, whose sign-in name means another person, or
 * nobody, on the record of the others.
 *
 * @param name as the audit trail of the own trust names them
 * @param trustId the trust of the account; 0 where none is asked
 */
public record Asker(String name, int trustId) {

  /** Whoever sits at the machine, for all trusts. */
  public static final Asker COMMAND_LINE = new Asker("command line", 0);

  /** How the audit trail of a trust names them. */
  String onRecordOf(int trust) {
    return trustId == 0 || trustId == trust ? name : "trust " + trustId;
  }
}
