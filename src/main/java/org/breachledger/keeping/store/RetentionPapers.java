package org.breachledger.keeping.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.London;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.YearlyList;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.RetentionDue;
import org.breachledger.reporting.RetentionPaper;
import org.breachledger.reporting.RetentionSchool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The retention annex out of the register. Call within a transaction. */
public final class RetentionPapers {

  private static final Comparator<RetentionLine> BY_DUE_DAY =
      Comparator.comparing(line -> line.due().orElseThrow());

  private final JdbcClient jdbc;
  private final PolicyProfile profile;

  /** Papers in the words of the policy at work. */
  public RetentionPapers(JdbcClient jdbc, PolicyProfile profile) {
    this.jdbc = jdbc;
    this.profile = profile;
  }

  /**
   * The annex at the imprint's moment.
   *
   * @param schoolId only this school's; empty for all
   */
  public RetentionPaper paper(Optional<Integer> schoolId, Imprint imprint) {
    List<SchoolRetention> schools =
        new RetentionRegister(jdbc, profile)
            .forPapers().list(imprint.dataAsAt()).stream()
                .filter(school -> schoolId.isEmpty() || schoolId.get() == school.schoolId())
                .toList();
    return new RetentionPaper(
        schoolId.isEmpty() ? AlertPack.ALL : schools.get(0).name(),
        imprint,
        schools.stream().map(school -> row(school, imprint)).toList(),
        schools.stream().flatMap(school -> dueOnes(school).stream()).toList(),
        list(schoolId, imprint));
  }

  private RetentionPaper.ListName list(Optional<Integer> schoolId, Imprint imprint) {
    YearlyList list = new YearlyLists(jdbc, profile).at(imprint.dataAsAt(), schoolId);
    return new RetentionPaper.ListName(list.name(), list.items().size());
  }

  private RetentionSchool row(SchoolRetention school, Imprint imprint) {
    Optional<RetentionSetting> setting = school.setting();
    return new RetentionSchool(
        school.name(),
        setting.map(by -> by.period().words()).orElse(""),
        setting.map(by -> profile.findTitle(by.byRole()).orElse(by.byRole())).orElse(""),
        setting.map(by -> London.dayOf(by.setAt())).orElse(null),
        setting.filter(RetentionSetting::own).isPresent(),
        school.kept(),
        school.closed(),
        school.count(line -> line.isDue() && becameDue(line, imprint)),
        school.due(),
        school.held(),
        school.withoutDay());
  }

  private static boolean becameDue(RetentionLine line, Imprint imprint) {
    return line.due().filter(imprint.halves().windows()::inCurrent).isPresent();
  }

  private static List<RetentionDue> dueOnes(SchoolRetention school) {
    return school.lines().stream()
        .filter(RetentionLine::isDue)
        .sorted(BY_DUE_DAY)
        .map(
            line ->
                new RetentionDue(
                    school.name(),
                    line.one().reference(),
                    line.closedOn().orElse(null),
                    line.due().orElseThrow(),
                    line.held()))
        .toList();
  }
}
