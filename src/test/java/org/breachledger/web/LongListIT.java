package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A list of many pages tells each incident once, whichever end a page is counted from. */
class LongListIT {

  private static final int MADE = 10_120;

  /** Incidents of the sample record, which stand before those. */
  private static final int YOUNGER = 2;

  private static final String MANY =
      """
      insert into incident (school_id, reference, ordinal, day, counted_as, facts, import_id, sheet,
        row, first_import_id)
      select %d, 'LL-' || n, 1, case when n > 20 then date '2016-01-01' + (n / 3)::int end,
        'incident', '{}', %d, 1, n, %d
      from generate_series(1, %d) n
      """;

  private static final Pattern LISTED = Pattern.compile(">LL-(\\d+)</a>");

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    SampleRecord sample = new SampleRecord(database);
    sample.accounts();
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(MANY.formatted(sample.otherSchool, sample.imported, sample.imported, MADE))
                .update());
    application = PagesApplication.start(database, home.toString(), 0);
    int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    dpo = Browser.signedIn(port, "dpo");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  /** The newest day first, and of one day the one that came last; without a day at the end. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 100, 101, 102, 103, 104, 150, 201, 202, 203})
  void aPageTellsWhatStandsThere(int page) {
    List<Integer> here = new ArrayList<>();
    int first = MADE + YOUNGER - (page - 1) * 50;
    for (int n = Math.min(first, MADE); n > Math.max(0, first - 50); n--) {
      here.add(n);
    }
    assertThat(page("q=&state=", page)).isNotEmpty().containsExactlyElementsOf(here);
  }

  @ParameterizedTest
  @CsvSource({
    "q=ll-101, 1, 32, 32 incidents found",
    "q=LL-1012, 1, 2, 2 incidents found",
    "q=ll-, 1, 50, '10,120 incidents found'",
    "q=ll-, 203, 20, '10,120 incidents found'",
    "q=nothing-such, 1, 0, No incident fits this search",
    "state=open, 204, 0, There are no more incidents",
    "type=UNTYPED, 1, 50, '10,1'",
  })
  void aSearchCountsWhatItFinds(String search, int page, int rows, String said) {
    String body = dpo.get("/incidents?" + search + "&page=" + page).body();
    assertThat(body).contains(said);
    assertThat(LISTED.matcher(body).results().count()).isEqualTo(rows);
  }

  private static List<Integer> page(String search, int page) {
    List<Integer> numbers = new ArrayList<>();
    Matcher listed = LISTED.matcher(dpo.get("/incidents?" + search + "&page=" + page).body());
    while (listed.find()) {
      numbers.add(Integer.parseInt(listed.group(1)));
    }
    return numbers;
  }
}
