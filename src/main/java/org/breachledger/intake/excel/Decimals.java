package org.breachledger.intake.excel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of cells in the digits a spreadsheet shows. */
final class Decimals {

  /** Spreadsheets hold and show 15 digits; what follows is the noise of binary fractions. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LARGEST = 40;

  private Decimals() {}

  /** Plain digits without idle zeros; a very large or small number keeps its power of ten. */
  static String plain(BigDecimal number) {
    BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : shown(number);
    return Math.abs((long) bare.scale()) > LARGEST ? bare.toString() : bare.toPlainString();
  }

  private static BigDecimal shown(BigDecimal number) {
    boolean fraction = number.scale() > 0 && number.precision() > DIGITS.getPrecision();
    return (fraction ? number.round(DIGITS) : number).stripTrailingZeros();
  }
}
