package org.breachledger.keeping.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * For every column that may hold words or the number of an incident somebody has decided what
 * destruction and redaction do with it.
 */
class ErasureCatalogueIT {

  private static final String DECIDED = "/keeping/erasure.csv";

  /** The job framework's own tables are searched by NobodyIsNamedIT. */
  private static final String COLUMNS =
      """
      select c.table_name || ',' || c.column_name
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.table_name !~ '^(batch|qrtz)_|^flyway_schema_history$'
        and (c.data_type in ('text', 'character varying', 'jsonb', 'bytea', 'uuid')
          or c.udt_name = '_text' or c.column_name like '%incident%')
      """;

  @Test
  void everyColumnThatMayHoldWordsIsDecidedOn() throws IOException {
    Set<String> decided = new TreeSet<>();
    for (List<String> line : decisions()) {
      decided.add(line.get(0) + "," + line.get(1));
    }
    try (TestDatabase database = TestDatabase.fresh()) {
      assertThat(decided)
          .as(
              "decide what destroying an incident, and redacting it, does with each column: write a"
                  + " line into src/test/resources%s, and where it goes or is blanked, replace"
                  + " destroy_listed or redact_incidents in a new migration",
              DECIDED)
          .containsExactlyInAnyOrderElementsOf(
              database.administrator().sql(COLUMNS).query(String.class).list());
    }
  }

  @Test
  void everyDecisionIsAWordOfTheList() throws IOException {
    Set<String> words = Set.of("goes", "blanked", "counts", "stays");
    for (List<String> line : decisions()) {
      assertThat(words).as(String.join(",", line)).contains(line.get(2), line.get(3));
      assertThat(line.get(4)).as(String.join(",", line) + ": say why").isNotBlank();
    }
  }

  private static List<List<String>> decisions() throws IOException {
    String all =
        new String(
            Objects.requireNonNull(ErasureCatalogueIT.class.getResourceAsStream(DECIDED))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    List<List<String>> lines = new ArrayList<>();
    all.lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("table,"))
        .forEach(line -> lines.add(List.of(line.split(",", 5))));
    return lines;
  }
}
