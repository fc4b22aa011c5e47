package org.breachledger.severity;

import java.math.BigDecimal;
import java.util.List;

/**
 * What ENISA's method makes of an incident, beside the policy's own score: the two disagree on just
 * the case schools fear most, one child's file at a wrong address.
 *
 * @param context DPC, how telling the kind of data is
 * @param identification EI, how easily the person is identified
 * @param circumstances CB, what happened to the data
 * @param level the method's word, such as {@code very high}
 * @param reasons why each of the three has its value, in words
 */
public record SecondOpinion(
    BigDecimal context,
    BigDecimal identification,
    BigDecimal circumstances,
    String level,
    List<String> reasons) {

  /** Copies the reasons. */
  public SecondOpinion {
    reasons = List.copyOf(reasons);
  }

  /** DPC × EI + CB, exactly. */
  public BigDecimal value() {
    return value(context, identification, circumstances);
  }

  /** The method's arithmetic. */
  static BigDecimal value(BigDecimal context, BigDecimal identification, BigDecimal circumstances) {
    return context.multiply(identification).add(circumstances);
  }

  /** How it came about, as a sentence. */
  public String words() {
    return "second opinion by ENISA's method: "
        + plain(context)
        + " × "
        + plain(identification)
        + " + "
        + plain(circumstances)
        + " = "
        + plain(value())
        + ", "
        + level
        + " ("
        + String.join("; ", reasons)
        + ")";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
