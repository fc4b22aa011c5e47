package org.breachledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuditDetailsTest {

  @Test
  void namesAreInOrderWhicheverWayTheyCame() {
    assertThat(AuditDetails.none().and("rows", 12).and("file", "a1b2").and("dryRun", false).json())
        .isEqualTo("{\"dryRun\":false,\"file\":\"a1b2\",\"rows\":12}")
        .isEqualTo(
            AuditDetails.none().and("file", "a1b2").and("dryRun", false).and("rows", 12).json());
  }

  @Test
  void nothingIsAnEmptyObject() {
    assertThat(AuditDetails.none().json()).isEqualTo("{}");
  }

  @Test
  void textIsQuotedAsJsonWantsIt() {
    assertThat(AuditDetails.none().and("text", "a \"b\" \\ c\td\n\u0001é").json())
        .isEqualTo("{\"text\":\"a \\\"b\\\" \\\\ c\\td\\n\\u0001é\"}");
  }

  @Test
  void aNameIsOneWord() {
    assertThatThrownBy(() -> AuditDetails.none().and("a\":1,\"b", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
