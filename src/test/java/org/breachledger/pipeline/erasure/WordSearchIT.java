package org.breachledger.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person is found however a cell writes the name, and whoever is another one is not. */
class WordSearchIT {

  private TestDatabase database;
  private long incident;
  private long importId;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    int school =
        database.inTransaction(
            () -> new SchoolRegister(database.jdbc()).confirm("Elm School", null, List.of()));
    importId =
        number(
            "insert into import_file (file_name, sha256, byte_count, status, as_of, started_at,"
                + " policy) values ('x', 'y', 1, 'imported', now(), now(), 'p')"
                + " returning import_id");
    incident =
        number(
            "insert into incident (school_id, reference, counted_as, facts, import_id, sheet, row,"
                + " first_import_id) values (%d, 'A1', 'incident', '{}', %d, 0, 2, %d)"
                    .formatted(school, importId, importId)
                + " returning incident_id");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "Jo Bloggs, to Jo Bloggs today, true",
    "jo  bloggs, to JO BLOGGS today, true",
    "Jo Bloggs, to Jo\\nBloggs, true",
    "Jo Bloggs, to Jo\\r\\n   Bloggs, true",
    "Jo Bloggs, to Jo\\t\\u00a0Bloggs, true",
    "Jo Bloggs, to Jo\\u000bBloggs, true",
    "Jo Bloggs, to Jo \\u200bBloggs, true",
    "Jo Bloggs, to Jo Blo\\u00adggs, true",
    "Jo Bloggs, to \\uff2ao \\uff22loggs, true",
    "Žižek, to zˇ or Z\\u030ci\\u017eek, true",
    "Жук, to жук, true",
    "Jo Bloggs, to Jobloggs, false",
    "Jo Bloggs, to Banjo Bloggsworth, true",
    "Jo Bloggs, to Jo and Ann Bloggs, false",
    "Zoë O'Hara, to zoe\\u0308 o\\u2019hara, true",
    "ZOË O’Hara, to Zoë O'Hara, true",
    "Zoë O`Hara, to ZOË O\\u02bcHARA, true",
    "Ann-Marie, to Ann\\u2011Marie, true",
    "Jo O'Brien, to Jo O\u00b4Brien, true",
    "Jo O´Brien, to Jo O'Brien, true",
    "Jo O`Brien, to Jo O\\u1ffdBrien, true",
    "van Dijk, to van D\\u0133k, true",
    "IJssel, to \\u0132ssel, true",
    "Dimljana, to Dim\\u01c9ana, true",
    "Messer, to Me\\u017f\\u017fer, true",
    "Ana Mario, to \\u00aana Mari\\u00ba, true",
    "Alan, to \\ud835\\udc00lan, true",
    "Jo Bloggs, to \\u201cJ\\u201do Bl\\u00abog\\u00bbgs, true",
    "Jo Bloggs, to \\u2068J\\u200fo Blo\\u202bg\\u202cgs\\u2069, true",
    "Jo Blog\u200egs, to Jo Bloggs, true",
    "\"\"\"Jo\"\" Bloggs\", to Jo \\u201cBloggs\\u201d, true",
    "C:\\new, in c:\\\\new here, true",
    "C: ew, in c:\\\\new here, false",
    "day, nothing, false",
    "Null, nothing, false"
  })
  void theFactsAreSearched(String sought, String written, boolean found) {
    change(
        "update incident set facts = '{\"description\": \"%s\"}'"
            .formatted(written.replace("'", "''")));
    assertThat(find(sought))
        .isEqualTo(
            found
                ? List.of(new FoundWords("A1, Elm School", "the facts of the incident", 1))
                : List.of());
  }

  /** A text of its own is written another way than a text among facts. */
  @Test
  void aTextThatStandsByItselfIsSearchedInTheSameWay() {
    String written = "by Jo\n\n\u2018JJ\u2019 \\ \"O\u2019Hara\"\\new";
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("insert into incident_reporter (incident_id, reporter) values (?, ?)")
                .params(incident, written)
                .update());
    for (String sought : List.of("JO 'jj'", "o'hara", "O\u2019HARA\\NEW", written)) {
      assertThat(find(sought))
          .as(sought)
          .containsExactly(new FoundWords("A1, Elm School", "its reporter", 1));
    }
  }

  @Test
  void headingsOfColumnsWithoutAFieldAreSearched() {
    change(
        "insert into row_shape values (default, %d, 1, '{}', false, '{Room,Jo  Bloggs said}')"
            .formatted(importId));
    assertThat(find("jo bloggs"))
        .containsExactly(
            new FoundWords("import " + importId, "headings of columns without a field", 1));
  }

  private List<FoundWords> find(String sought) {
    return database.inTransaction(() -> new WordSearch(database.jdbc()).find(List.of(sought)));
  }

  private long number(String statement) {
    return database.inTransaction(() -> database.jdbc().sql(statement).query(Long.class).single());
  }

  private void change(String statement) {
    database.inTransaction(() -> database.jdbc().sql(statement).update());
  }
}
