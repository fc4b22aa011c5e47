package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.record.AuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The DPO keeps the list of schools on a page: file and record change together, or not at all. */
class SchoolListPagesIT {

  private static final String HEAD =
      "# Ours.\nname,urn,aliases\n# The first one.\nQuince Primary School,123456,Quince\n";
  private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([0-9a-f]{64})\"");

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static int port;
  private static int other;
  private static Browser dpo;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.fresh();
    other = database.found("Another trust");
    sample = new SampleRecord(database);
    sample.accounts();
    Files.createDirectories(list().getParent());
    Files.writeString(list(), HEAD);
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    dpo = Browser.signedIn(port, "dpo");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @BeforeEach
  void theListIsAsItWas() throws Exception {
    Files.writeString(list(), HEAD);
  }

  @Test
  void aSchoolIsAddedInFileAndRecordAndTheTrailNamesItByNumber() throws Exception {
    String page = save("/schools/new", school("Beech School", "777001", "Beech\nThe Beeches", ""));

    assertThat(page).contains("The list of schools is changed.", ">Beech School<");
    assertThat(Files.readString(list()))
        .isEqualTo(HEAD + "Beech School,777001,Beech;The Beeches\n");
    assertThat(row("Beech School")).isEqualTo("777001 true");
    assertThat(lastEntry()).startsWith("dpo add-school school " + number("Beech School") + " {");
    assertThat(lastEntry()).doesNotContain("Beech");
    assertThat(application.getBean(AuditTrail.class).verify().whole()).isTrue();
  }

  @Test
  void aColourGivesTheListItsColumnAndCommentsStay() throws Exception {
    save("/schools/new", school("Cedar School", "", "", "#0b5563"));

    assertThat(Files.readString(list()))
        .isEqualTo(
            "# Ours.\nname,urn,aliases,colour\n# The first one.\n"
                + "Quince Primary School,123456,Quince,\nCedar School,,,#0B5563\n");
  }

  @Test
  void aSchoolOfALogIsConfirmedAndItsIncidentsLoseTheGap() throws Exception {
    int id = inLog("Damson Acad");
    int incident = incidentOf(id);
    assertThat(dpo.get("/schools").body()).contains("href=\"/schools/" + id + "/change\"");
    String page = save(change(id), school("Damson Academy", "", "", ""));

    assertThat(page).contains("What came in under another name is this school&#39;s");
    assertThat(Files.readString(list())).isEqualTo(HEAD + "Damson Academy,,Damson Acad\n");
    assertThat(schoolOf(incident)).isEqualTo("Damson Academy");
    assertThat(row("Damson Acad")).isEmpty();
    assertThat(lastActions()).contains("merge", "confirm-school");
  }

  @Test
  void aNameOfALogIsAnotherNameOfASchoolWhichThenHasItsIncidents() throws Exception {
    int id = inLog("Quince Prim");
    int incident = incidentOf(id);
    String page =
        save(
            change(id),
            "/schools/" + id + "/other-name",
            Map.of("into", String.valueOf(number("Quince Primary School"))));

    assertThat(page).contains("What came in under another name");
    assertThat(Files.readString(list()))
        .isEqualTo(HEAD.replace(",Quince\n", ",Quince;Quince Prim\n"));
    assertThat(schoolOf(incident)).isEqualTo("Quince Primary School");
    assertThat(dpo.get(change(id)).statusCode()).isEqualTo(404);
  }

  @Test
  void aSchoolToldToBeNobodyElsesIsAskedForAgain() {
    int id = inLog("Elder Coll");

    assertThat(save(change(id), "/schools/" + id + "/other-name", Map.of("into", "")))
        .contains("<title>Error: Confirm a school", "Choose the school this is a name of")
        .contains("value=\"Elder Coll\"");
    assertThat(save(change(id), "/schools/" + id + "/other-name", Map.of("into", "" + id)))
        .contains("Choose the school this is a name of");
    assertThat(row("Elder Coll")).isEqualTo(" false");
  }

  @Test
  void aChangedNameKeepsTheOldOneAsAnother() throws Exception {
    save("/schools/new", school("Fir School", "777005", "", ""));
    int id = number("Fir School");
    assertThat(dpo.get(change(id)).body()).contains("Change a school", "value=\"777005\"");
    save(change(id), school("Fir Tree School", "777006", "", ""));

    assertThat(Files.readString(list())).isEqualTo(HEAD + "Fir Tree School,777006,Fir School\n");
    assertThat(row("Fir Tree School")).isEqualTo("777006 true");
    assertThat(row("Fir School")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''             | ''     | ''          | ''      | name    | There is no name
          quince          | ''     | ''          | ''      | name    | Another school of the list
          Gorse; School  | ''     | ''          | ''      | name    | A name has letters or figures
          Gorse School   | twelve | ''          | ''      | urn     | &quot;twelve&quot; is no number
          Gorse School   | 123456 | ''          | ''      | urn     | Another school of the list
          Gorse School   | ''     | QUINCE       | ''      | aliases | &quot;QUINCE&quot; stands for
          Gorse School   | ''     | ''          | teal    | colour  | &quot;teal&quot; is no colour
          Gorse School   | ''     | ''          | #FFEE00 | colour  | Colour #FFEE00 has a contrast
          """)
  void anEntryThatCannotBeUsedIsNamedAndNothingIsKept(
      String name, String urn, String aliases, String colour, String field, String said)
      throws Exception {
    String page = save("/schools/new", school(name, urn, aliases, colour));

    assertThat(page)
        .contains("<title>Error: Add a school", "href=\"#" + field + "\">" + said)
        .contains("id=\"name\" name=\"name\"", "value=\"" + name + "\"");
    assertThat(Files.readString(list())).isEqualTo(HEAD);
    assertThat(row("Gorse School")).isEmpty();
  }

  @Test
  void aNumberOnRecordIsNotTakenOut() {
    assertThat(
            save(
                change(number("Quince Primary School")),
                school("Quince Primary School", "", "Quince", "")))
        .contains("one on record can be changed, but not taken out");
  }

  @Test
  void aChangeUponAnOlderListIsRefusedAndKeepsWhatWasTyped() throws Exception {
    Map<String, String> typed = school("Hazel School", "", "", "");
    typed.put("stamp", stamp("/schools/new"));
    Files.writeString(list(), HEAD + "Ivy School,,\n");
    String page = sent("/schools/new", "/schools/new", typed);

    assertThat(page)
        .contains("Somebody changed the list of schools meanwhile", "value=\"Hazel School\"");
    assertThat(Files.readString(list())).isEqualTo(HEAD + "Ivy School,,\n");
    assertThat(row("Hazel School")).isEmpty();
    assertThat(save("/schools/new", school("Hazel School", "", "", ""))).contains("is changed.");
    assertThat(Files.readString(list())).isEqualTo(HEAD + "Ivy School,,\nHazel School,,\n");
  }

  @Test
  void aListThatCannotBeReadIsToldByItsLineAndLeftAlone() throws Exception {
    Files.writeString(list(), HEAD + "Quince Primary School,,\n");
    assertThat(Browser.path(dpo.get("/schools/new"))).isEqualTo("/schools");

    assertThat(dpo.get("/schools").body())
        .contains("jobs/intake/schools.csv, line 5: &quot;Quince Primary School&quot; stands twice")
        .contains("<title>Error: Schools");
  }

  @Test
  void whileIncidentsAreWorkedOnNothingIsChanged() throws Exception {
    int id = inLog("Juniper Acad");
    Map<String, String> typed = school("Juniper Academy", "", "", "");
    typed.put("stamp", stamp(change(id)));
    String page =
        database.inTransaction(
            () -> {
              database
                  .jdbc()
                  .sql(
                      "select pg_advisory_xact_lock(current_trust(),"
                          + " hashtext('breachledger work'))")
                  .query()
                  .listOfRows();
              return sent(change(id), change(id), typed);
            });

    assertThat(page).contains("A job or an import is at work on the incidents");
    assertThat(Files.readString(list())).isEqualTo(HEAD);
    assertThat(row("Juniper Acad")).isEqualTo(" false");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyTheDpoChangesTheList(Role role) throws Exception {
    int expected = role == Role.DPO ? 302 : 403;
    Browser browser = Browser.signedIn(port, role.code());
    for (String path :
        List.of(
            "/schools/new", change(sample.school), "/schools/" + inLog("Kale") + "/other-name")) {
      assertThat(browser.submit("/password", path, Map.of()).statusCode())
          .as(path)
          .isEqualTo(expected);
      assertThat(browser.post(path, "").statusCode()).as("without its token").isEqualTo(403);
    }
    assertThat(Files.readString(list())).isEqualTo(HEAD);
  }

  @Test
  void theDpoOfAnotherTrustHasNoListHere() throws Exception {
    database
        .trust()
        .within(
            other,
            () ->
                new AccountStore(
                        database.jdbc(), database.transactions(), java.time.Clock.systemUTC())
                    .create("theirs", Role.DPO, SampleRecord.PASSWORD));
    // Sign-in names are looked up in the installation's own trust, so nobody else gets in at all.
    assertThat(Browser.path(new Browser(port).signIn("theirs", SampleRecord.PASSWORD)))
        .isEqualTo("/sign-in?wrong");
    save("/schools/new", school("Larch School", "", "", ""));
    assertThat(
            database
                .administrator()
                .sql("select count(*) from school where trust_id = ?")
                .param(other)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static Map<String, String> school(
      String name, String urn, String aliases, String colour) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", name);
    typed.put("urn", urn);
    typed.put("aliases", aliases);
    typed.put("colour", colour);
    return typed;
  }

  private static String save(String page, Map<String, String> typed) {
    return save(page, page, typed);
  }

  private static String save(String page, String path, Map<String, String> typed) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.put("stamp", stamp(page));
    return sent(page, path, all);
  }

  /** The page after what was sent. */
  private static String sent(String page, String path, Map<String, String> typed) {
    HttpResponse<String> answer = dpo.submit(page, path, typed);
    return answer.statusCode() == 302 ? dpo.get(Browser.path(answer)).body() : answer.body();
  }

  private static String stamp(String page) {
    Matcher stamp = STAMP.matcher(dpo.get(page).body());
    assertThat(stamp.find()).isTrue();
    return stamp.group(1);
  }

  private static String change(int id) {
    return "/schools/" + id + "/change";
  }

  private static Path list() {
    return home.resolve("jobs/intake/schools.csv");
  }

  private static int inLog(String name) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "insert into school (name, name_key) values (?, lower(?)) on conflict"
                        + " (trust_id, name_key) do update set name = excluded.name"
                        + " returning school_id")
                .params(name, name)
                .query(Integer.class)
                .single());
  }

  private static int incidentOf(int school) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set school_id = ? where incident_id = ? returning incident_id")
                .params(school, sample.incident)
                .query(Integer.class)
                .single());
  }

  private static String schoolOf(int incident) {
    return one(
        "select s.name from incident i join school s using (school_id) where incident_id = "
            + incident);
  }

  private static int number(String name) {
    return Integer.parseInt(one("select school_id::text from school where name = '" + name + "'"));
  }

  private static String row(String name) {
    return one(
        "select coalesce(max(coalesce(urn, '') || ' ' || confirmed::text), '') from school where"
            + " name = '"
            + name
            + "'");
  }

  private static String lastEntry() {
    return one(
        "select concat_ws(' ', who, action, subject, details) from audit_entry order by seq desc"
            + " limit 1");
  }

  private static String lastActions() {
    return one(
        "select string_agg(action, ' ') from (select action from audit_entry order by seq desc"
            + " limit 2) e");
  }

  private static String one(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).single());
  }
}
