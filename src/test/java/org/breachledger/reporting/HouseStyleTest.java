package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.policy.AccentColour;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose colour a paper has. */
class HouseStyleTest {

  private static final AccentColour ELM = new AccentColour(0x7A1F3D);
  private static final AccentColour OURS = new AccentColour(0x22335F);

  @Test
  void aSchoolsPaperHasItsColourHoweverItsNameIsWritten() {
    HouseStyle style =
        HouseStyle.read(
            file("colour: \"#22335F\"\ncontents-over-pages: 6\n"), Map.of("Elm School", ELM));
    assertThat(style.of("Elm School")).isEqualTo(ELM);
    assertThat(style.of("elm  school")).isEqualTo(ELM);
    assertThat(style.of("Oak School")).isEqualTo(OURS);
    assertThat(style.of(AlertPack.ALL)).isEqualTo(OURS);
    assertThat(style.contentsOver()).isEqualTo(6);
  }

  @Test
  void aPaperTakesTheColourOfWhomItIsAbout() {
    AccentColour birchmere = SamplePapers.STYLE.schools().get("birchmere academy");
    assertThat(birchmere).isEqualTo(new AccentColour(0x7A1F3D));
    assertThat(SamplePapers.governors("Birchmere Academy", 1).accent()).isEqualTo(birchmere);
    assertThat(SamplePapers.alert("Birchmere Academy", 1).accent()).isEqualTo(birchmere);
    assertThat(SamplePapers.decisions("Birchmere Academy", 1).accent()).isEqualTo(birchmere);
    assertThat(SamplePapers.reviews("Birchmere Academy", 1).accent()).isEqualTo(birchmere);
    assertThat(SampleWorkingLists.list("Birchmere Academy", 1).accent()).isEqualTo(birchmere);
    AccentColour trust = new AccentColour(0x0B5563);
    assertThat(SamplePapers.board(6, 40).accent()).isEqualTo(trust);
    assertThat(SamplePapers.alert(AlertPack.ALL, 1).accent()).isEqualTo(trust);
    assertThat(SamplePapers.governors("Alder Brook Primary School", 1).accent()).isEqualTo(trust);
    assertThat(SampleWorkingLists.list(1).accent()).isEqualTo(trust);
  }

  @Test
  void aColourTooLightIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("contents-over-pages: 4\n# ours\ncolour: \"#787770\"\n"))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(
            "jobs/reporting/house-style.yaml, line 3: colour #787770 has a contrast of 4.49 to 1"
                + " against white, too light for letters; write a darker one, of at least 4.5 to"
                + " 1");
  }

  /** Without quotation marks the digits are a remark to YAML. */
  @Test
  void aColourWithoutQuotationMarksIsRefused() {
    assertThatThrownBy(() -> read("colour: #0B5563\ncontents-over-pages: 4\n"))
        .hasMessageStartingWith("jobs/reporting/house-style.yaml, line 1: \"\" is no colour;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "four", "2.5", "10000"})
  void aLengthThatIsNoNumberOfPagesIsRefused(String pages) {
    assertThatThrownBy(() -> read("colour: \"#0B5563\"\ncontents-over-pages: " + pages + "\n"))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("line 2: key \"contents-over-pages\"");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> read("color: \"#0B5563\"\n")).hasMessageContaining("color");
  }

  private static HouseStyle read(String text) {
    return HouseStyle.read(file(text), Map.of());
  }

  private static PolicySource file(String text) {
    return new PolicySource() {
      @Override
      public Optional<String> find(String name) {
        return Optional.of(text);
      }

      @Override
      public List<String> list(String folder, String ending) {
        return List.of();
      }
    };
  }
}
