package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.intake.SchoolLines.Fault;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.policy.AccentColour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schools as somebody pastes them, and the list written again. */
class SchoolLinesTest {

  private static final String LIST =
      "# Ours\nname,urn,aliases\n\"Elm, Upper\",1,Elm\n#two\nOak,,\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Elm School                     | Elm School |        | []
          ' Elm School , 900201 '        | Elm School | 900201 | []
          Elm School,,Elm                | Elm School |        | [Elm]
          Elm School,900201,Elm; The Elm | Elm School | 900201 | [Elm, The Elm]
          Elm School,900201,Elm,The Elm  | Elm School | 900201 | [Elm, The Elm]
          "Elm, Upper",900201            | Elm, Upper | 900201 | []
          Elm School,E-12/7              | Elm School | E-12/7 | []
          """)
  void oneLineIsOneSchool(String line, String name, String urn, String aliases) {
    SchoolLines.Read read = SchoolLines.read("\uFEFF# a comment\n" + line + "\r\n\r\n");

    assertThat(read.faults()).isEmpty();
    assertThat(read.schools()).hasSize(1);
    assertThat(read.schools().get(0).name()).isEqualTo(name);
    assertThat(read.schools().get(0).urn()).isEqualTo(urn == null ? "" : urn);
    assertThat(read.schools().get(0).aliases()).hasToString(aliases);
  }

  @Test
  void columnsOfASheetArePastedWithTabsAndAListWithItsHeading() {
    assertThat(SchoolLines.read("Elm School\t900201\tElm, Upper\n").schools())
        .containsExactly(new Entry("Elm School", "900201", List.of("Elm, Upper")));
    assertThat(SchoolLines.read("urn,name,colour\n900201,Elm School,#0B5563\n").schools())
        .containsExactly(new Entry("Elm School", "900201", List.of(), new AccentColour(0x0B5563)));
    assertThat(SchoolLines.read(" \n").schools()).isEmpty();
  }

  @Test
  void everyWrongLineIsToldWithItsNumber() {
    String text =
        "Elm School,1\n,2\nOak School,none\nelm school\nAsh;Wood\nYew School,1\n???\n"
            + "Fir School,,Elm School\n"
            + "x".repeat(121);

    assertThat(SchoolLines.read(text).faults())
        .extracting(Fault::line)
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(SchoolLines.read("x".repeat(120)).faults()).isEmpty();
    assertThat(SchoolLines.read("Yew School,1\nFir School,1").faults())
        .containsExactly(new Fault(2, "the number 1 stands twice; a number is one school's"));
  }

  /** The list is a file that people open in a spreadsheet, and a name may come from a log. */
  @Test
  void noNameIsTakenForAFormula() {
    for (String name : List.of("=1+1", "+Elm", "-Elm", "@Elm", "\uff1d1+1")) {
      assertThat(SchoolLines.wrongName(name)).as(name).isPresent();
      assertThat(SchoolLines.read("Elm School,," + name).faults()).as(name).hasSize(1);
    }
    assertThat(SchoolLines.wrongName("Elm = Upper + Lower")).isEmpty();
  }

  @Test
  void aWrongHeadingAndAColourTooLightAreTold() {
    assertThat(SchoolLines.read("name,urn,head\nElm School,,Nobody\n").faults())
        .containsExactly(
            new Fault(1, "the column \"head\" is unknown; name, urn, aliases and colour are"));
    assertThat(SchoolLines.read("name,urn,colour\nElm School,,#FFEE00\n").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).contains("too light"));
    assertThat(SchoolLines.read("name,urn\nElm School,1,2\n").faults())
        .containsExactly(new Fault(2, "there are 3 cells under 2 headings"));
  }

  @Test
  void aRowIsReplacedOrAddedAndTheRestStays() {
    assertThat(SchoolListText.with(LIST, "elm upper", new Entry("Elm", "2", List.of("A", "B"))))
        .isEqualTo("# Ours\nname,urn,aliases\nElm,2,A;B\n#two\nOak,,\n");
    assertThat(SchoolListText.with(LIST, null, new Entry("Yew", "", List.of())))
        .isEqualTo(LIST + "Yew,,\n");
    assertThat(
            SchoolListText.with(
                LIST, "Oak", new Entry("Oak", "", List.of(), new AccentColour(0x0B5563))))
        .isEqualTo("# Ours\nname,urn,aliases,colour\n\"Elm, Upper\",1,Elm,\n#two\nOak,,,#0B5563\n");
    assertThat(SchoolListText.only(LIST, List.of(new Entry("#Yew", "", List.of()))))
        .isEqualTo("# Ours\nname,urn,aliases\n#two\n\"#Yew\",,\n");
    assertThat(SchoolListText.plain(List.of())).isEmpty();
  }
}
