package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Texts that a careless program would run: they are texts, kept as they are. */
class FormulaPayloadsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "What happened",
                "description",
                "=1+1 => =1+1",
                "=HYPERLINK(\"http://example.invalid\";\"x\") => =HYPERLINK(\"http://example.invalid\";\"x\")",
                "+44 20 => +44 20",
                "-2+3 => -2+3",
                "@SUM(A1) => @SUM(A1)",
                "=cmd|' /C calc'!A0 => =cmd|' /C calc'!A0")
            .csv("in a description"),
        Column.of(
                "What happened",
                "description",
                "=1+1 => =1+1",
                "@x => @x",
                "<script>alert(1)</script> => <script>alert(1)</script>",
                "${jndi:x} => ${jndi:x}",
                "'); drop table x; -- => '); drop table x; --")
            .xlsx("as text of a workbook"),
        Column.of("Incident no", "reference", "=1+1 => =1+1", "-1 => -1", "+7 => +7", "@7 => @7")
            .csv("as a reference"),
        Column.of(
                "People affected",
                "individuals",
                "=3 => gap unreadable_number",
                "+3 => gap unreadable_number",
                "=SUM(A1:A3) => gap unreadable_number")
            .csv("as a number"),
        Column.of(
                "Date of incident",
                "occurred",
                "=TODAY() => gap unreadable_date",
                "=\"14/01/2024\" => gap unreadable_date",
                "@14/01/2024 => gap unreadable_date")
            .xls("as a date"),
        MessySheet.of(
                "as a heading and as a school",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Breach type", "=cmd|x")
                        .row("=Elmbury", "1", "14/01/2024", "Loss", "=1+1")))
            .expecting("2 imported | school==Elmbury | [=cmd|x]==1+1"));
  }
}
