package org.breachledger.reporting.sheet;

import java.util.Locale;

/** Refuses a table with more rows than a worksheet has; the message says what to do. */
public final class TooManyRows extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyRows(int most) {
    super(
        String.format(
            Locale.ROOT,
            "the table has more than %,d rows, and a worksheet holds no more; take csv or json",
            most));
  }
}
