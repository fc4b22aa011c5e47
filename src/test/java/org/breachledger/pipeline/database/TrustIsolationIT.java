package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No trust sees another's record, and no table is forgotten. */
class TrustIsolationIT {

  private static final String UNGUARDED =
      """
      select relname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and attname = 'trust_id' and not attisdropped
        and not (relrowsecurity and relforcerowsecurity
                 and exists (select from pg_policy where polrelid = c.oid))
      """;

  private static TestDatabase database;
  private static int other;

  @BeforeAll
  static void twoTrustsWithOneSchoolEach() {
    database = TestDatabase.fresh();
    other = database.found("Another trust");
    school("Ash Lane");
    database.trust().within(other, () -> school("Beech Road"));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void aTrustSeesItsOwnRows() {
    assertThat(schools()).containsExactly("Ash Lane");
    assertThat(database.trust().within(other, TrustIsolationIT::schools))
        .containsExactly("Beech Road");
    assertThat(schools()).containsExactly("Ash Lane");
  }

  @Test
  void withoutATransactionNothingIsSeen() {
    assertThat(database.jdbc().sql("select name from school").query(String.class).list()).isEmpty();
  }

  @Test
  void withoutATrustNothingIsSeen() {
    TrustTransactionManager noTrust =
        new TrustTransactionManager(database.dataSource(), new CurrentTrust());
    List<String> seen =
        new TransactionTemplate(noTrust)
            .execute(
                status ->
                    database.jdbc().sql("select name from school").query(String.class).list());
    assertThat(seen).isEmpty();
  }

  @Test
  void aRowForAnotherTrustIsRefused() {
    assertThatThrownBy(
            () ->
                change(
                    "insert into school (trust_id, name, name_key) values ("
                        + other
                        + ", 'x', 'x')"))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> change("update school set trust_id = " + other))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void anotherTrustsRowsAreNeitherChangedNorDeleted() {
    assertThat(change("update school set name = 'Mine' where name = 'Beech Road'")).isZero();
    assertThat(change("delete from school where name = 'Beech Road'")).isZero();
    assertThat(database.trust().within(other, TrustIsolationIT::schools))
        .containsExactly("Beech Road");
  }

  @Test
  void theListOfTrustsIsReadByAllAndEachChangesItsOwn() {
    assertThat(change("update trust set policy = 'dpo-service'")).isEqualTo(1);
    assertThat(
            database
                .jdbc()
                .sql("select policy from trust where trust_id = ?")
                .param(other)
                .query(String.class)
                .single())
        .isEqualTo("category-levels");
    assertThatThrownBy(() -> change("delete from trust"))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  /** A table that fails here wants {@code call guard_by_trust('its_name');} in its migration. */
  @Test
  void everyTableWithATrustIsGuarded() {
    assertThat(names(UNGUARDED)).isEmpty();
  }

  @Test
  void aTableSomebodyForgotIsFound() {
    try (TestDatabase careless = TestDatabase.fresh()) {
      JdbcClient administrator = careless.administrator();
      administrator.sql("create table forgotten (trust_id int primary key)").update();
      assertThat(administrator.sql(UNGUARDED).query(String.class).list())
          .containsExactly("forgotten");
      administrator.sql("alter table forgotten enable row level security").update();
      assertThat(administrator.sql(UNGUARDED).query(String.class).list())
          .containsExactly("forgotten");
      administrator.sql("call guard_by_trust('forgotten')").update();
      assertThat(administrator.sql(UNGUARDED).query(String.class).list()).isEmpty();
    }
  }

  /** A table that fails here wants trust_id first in its primary key. */
  @Test
  void everyTableCarriesItsTrustFirstInItsKey() {
    assertThat(
            names(
                """
                select relname from pg_class c
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and relname !~ '^(batch|qrtz)_|^flyway_schema_history$'
                  and not exists (
                    select from pg_index i
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                    where i.indrelid = c.oid and i.indisprimary and a.attname = 'trust_id')
                """))
        .isEmpty();
  }

  /** The three policies of the list of trusts are the only ones that look past the own trust. */
  @Test
  void noPolicyLooksPastTheOwnTrust() {
    assertThat(
            names(
                """
                select tablename || ': ' || policyname from pg_policies
                where schemaname = 'public'
                  and (qual is distinct from '(trust_id = current_trust())'
                       or with_check is distinct from '(trust_id = current_trust())')
                order by 1
                """))
        .containsExactly("trust: a_trust_is_founded", "trust: anyone_reads_the_list");
  }

  @Test
  void noViewAndNoFunctionOfTheOwnerLooksPastIt() {
    assertThat(
            names(
                "select relname from pg_class where relkind in ('v', 'm')"
                    + " and relnamespace = 'public'::regnamespace"))
        .isEmpty();
    assertThat(
            names(
                "select proname from pg_proc where prosecdef"
                    + " and pronamespace = 'public'::regnamespace"))
        .containsExactlyInAnyOrder(
            "audit_entry_follows",
            "changed_incidents_on_the_chain",
            "changed_versions_on_the_chain",
            "count_prints_anew",
            "count_register_anew",
            "count_rows_anew",
            "destroy_listed",
            "forget_salts",
            "gone_incidents_on_the_chain",
            "new_incidents_on_the_chain",
            "past_versions_on_the_chain",
            "redact_import",
            "redact_incidents");
  }

  /** In a trigger of a table of its own it would work as the owner on rows somebody made up. */
  @Test
  void theApplicationMayNameNoTriggerFunctionOfTheOwner() {
    assertThat(
            names(
                "select proname from pg_proc where prosecdef"
                    + " and prorettype = 'trigger'::regtype"
                    + " and pronamespace = 'public'::regnamespace"
                    + " and has_function_privilege('breachledger_app', oid, 'execute')"))
        .isEmpty();
  }

  @Test
  void theRolesHaveNoMoreThanTheyNeed() {
    assertThat(
            names(
                """
                select rolname || ' ' || rolsuper || rolcreaterole || rolcreatedb || rolbypassrls
                from pg_roles where rolname like 'breachledger%' order by 1
                """))
        .containsExactly(
            "breachledger_app falsefalsefalsefalse",
            "breachledger_backup falsefalsefalsetrue",
            "breachledger_owner falsefalsefalsefalse");
  }

  private static List<String> names(String question) {
    return database.administrator().sql(question).query(String.class).list();
  }

  private static int school(String name) {
    return change("insert into school (name, name_key) values ('" + name + "', '" + name + "')");
  }

  private static int change(String statement) {
    return database.inTransaction(() -> database.jdbc().sql(statement).update());
  }

  private static List<String> schools() {
    return database.inTransaction(
        () -> database.jdbc().sql("select name from school").query(String.class).list());
  }
}
