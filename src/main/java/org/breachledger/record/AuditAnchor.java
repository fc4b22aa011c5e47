package org.breachledger.record;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an audit chain ended when something was printed: entry number, stroke, the first characters
 * of its hash. A chain that was cut back and ended anew does not hold it.
 *
 * @param seq number of the entry; {@link #ANYWHERE} on papers that print only its hash
 * @param begins how its hash begins
 * @param where who printed it, as a finding says it
 */
public record AuditAnchor(long seq, String begins, String where) {

  /** Papers of before printed no number. */
  public static final long ANYWHERE = 0;

  private static final int SHOWN = 16;

  private static final Pattern PRINTED = Pattern.compile("(?:(\\d{1,18})/)?([0-9a-f]{8,64})");

  /** How a head is printed. */
  public static String printed(AuditHead head) {
    return head.seq() + "/" + head.hash().substring(0, SHOWN);
  }

  /**
   * Reads what was printed.
   *
   * @throws IllegalArgumentException where it is no head, saying how one looks
   */
  public static AuditAnchor parse(String printed, String where) {
    Matcher matcher = PRINTED.matcher(printed.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A printed head is an entry's number, a stroke and at least eight characters of its hash,"
              + " as in 57/3fa94c0d12e5b678");
    }
    String seq = matcher.group(1);
    return new AuditAnchor(seq == null ? ANYWHERE : Long.parseLong(seq), matcher.group(2), where);
  }
}
