package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column says stands before what words suggest; words that deny it lead to review. */
class CountedFactsTest {

  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);
  private static final TypeRules RULES = TypeRules.read(Tables.shipped());

  private static final Map<String, String> WORDS =
      Map.of(
          "stopped",
              "A letter was put into the wrong envelope, a near miss: noticed before posting",
          "inbound", "We received a letter meant for another school",
          "told", "The laptop was stolen from a car");

  @ParameterizedTest(name = "{0}, words tell \"{1}\": counted as {2}, {3}")
  @CsvSource({
    "'', stopped, near-miss, words alone",
    "near_miss=no, stopped, incident, contradicted",
    "near_miss=no;status=confirmed, stopped, incident, contradicted",
    "status=confirmed, stopped, incident, agreed",
    "status=near-miss, stopped, near-miss, agreed",
    "status=non-event, stopped, non-event, agreed",
    "near_miss=no;closure_finding=incident, stopped, incident, agreed",
    "near_miss=no, told, incident, agreed",
    "'', inbound, inbound, words alone",
    "direction=own, inbound, incident, contradicted",
    "direction=own;closure_finding=incident, inbound, incident, agreed",
    "direction=inbound, inbound, inbound, agreed",
    "direction=own, told, incident, agreed",
  })
  void countsByTheColumn(String columns, String words, String counted, String verdict) {
    CountedFacts facts =
        CountedFacts.of(facts(columns), RULES.decide(null, WORDS.get(words)), WEDNESDAY_1_JULY);
    assertThat(facts.countedAs().code()).isEqualTo(counted);
    assertThat(facts.byWordsAlone()).isEqualTo(verdict.equals("words alone"));
    assertThat(facts.contradicted()).isEqualTo(verdict.equals("contradicted"));
  }

  private static Facts facts(String columns) {
    Map<Field, Value> values = new EnumMap<>(Field.class);
    for (String column : columns.isEmpty() ? new String[0] : columns.split(";")) {
      String[] said = column.split("=");
      values.put(Field.find(said[0]).orElseThrow(), new Code(said[1]));
    }
    return new Facts(values);
  }
}
