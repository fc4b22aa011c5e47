package org.breachledger.reporting.jasper;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRStyle;

/**
 * What an element of a page is to somebody who hears it. The template says it by the first word of
 * the element's style: {@code H2.Section} is a heading, {@code TD.Number} a cell.
 */
enum Role {
  H1("H1"),
  H2("H2"),
  H3("H3"),
  PARAGRAPH("P"),
  LIST_MARK("Mark"),
  LIST_ITEM("LI"),
  COLUMN_HEADING("Column"),
  ROW_HEADING("Row"),
  CELL("TD"),
  FIGURE("Figure"),
  CONTENTS_TITLE("Caption"),
  CONTENTS_ENTRY("TOCI"),
  ARTIFACT("Artifact");

  private static final Map<String, Role> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(role -> role.word, Function.identity()));

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The structure tag of a heading or paragraph. */
  String tag() {
    return word;
  }

  /**
   * The role of an element.
   *
   * @throws JRRuntimeException where its style says none
   */
  static Role of(JRPrintElement element) {
    JRStyle style = element.getStyle();
    String name = style == null ? "" : style.getName();
    int dot = name.indexOf('.');
    Role role = BY_WORD.get(dot < 0 ? name : name.substring(0, dot));
    if (role == null) {
      throw new JRRuntimeException(
          "style \"" + name + "\" says no role; it must begin with one of " + BY_WORD.keySet());
    }
    return role;
  }
}
