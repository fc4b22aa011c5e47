package org.breachledger.intake.excel;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which number formats show a date or a time of day; each is looked at once. */
final class DateFormats {

  private final Map<String, Boolean> known = new HashMap<>();

  /** The format in words; the built-in one where the workbook gives only its number. */
  static String format(int id, @Nullable String written) {
    String builtin = written == null ? builtin(id) : written;
    return builtin == null ? "" : builtin;
  }

  private static @Nullable String builtin(int id) {
    return id >= 0 && id < 50 ? BuiltinFormats.getBuiltinFormat(id) : null;
  }

  boolean isDate(int id, String format) {
    return known.computeIfAbsent(id + " " + format, key -> DateUtil.isADateFormat(id, format));
  }
}
