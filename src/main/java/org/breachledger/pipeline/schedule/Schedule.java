package org.breachledger.pipeline.schedule;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.breachledger.calendar.London;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.quartz.CronExpression;

/**
 * When a job runs.
 *
 * @param job its name
 * @param cron Quartz's expression
 * @param zone the time zone the expression is read in
 * @param missed what is made up for of bells that could not ring
 */
public record Schedule(String job, String cron, ZoneId zone, Missed missed) {

  private static final String FILE = "schedules.yaml";

  /** Which of the bells that could not ring are made up for. */
  public enum Missed {
    /** Each, the oldest first: every business date has its run. */
    EACH,
    /** The newest stands for all: what is past would be told too late. */
    NEWEST;

    private static Missed read(PolicyDocument block) {
      String word = block.find("missed").orElse("newest");
      return Arrays.stream(values())
          .filter(missed -> missed.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  block.refuse(
                      "missed \""
                          + word
                          + "\" is unknown; write each, to make up for every"
                          + " missed run, or newest"));
    }
  }

  /**
   * Reads all schedules.
   *
   * @param jobs the names of the jobs there are
   * @throws org.breachledger.policy.RefusedTable naming the line, where a schedule cannot be kept
   */
  public static List<Schedule> read(PolicySource source, Set<String> jobs) {
    PolicyDocument document = PolicyDocument.read(source, FILE).allow("schedules");
    List<Schedule> schedules = new ArrayList<>();
    for (PolicyDocument block : document.blocks("schedules")) {
      block.allow("job", "cron", "zone", "missed");
      schedules.add(read(block, jobs));
    }
    return schedules;
  }

  private static Schedule read(PolicyDocument block, Set<String> jobs) {
    String job = block.need("job");
    if (!jobs.contains(job)) {
      throw block.refuse("there is no job \"" + job + "\"; the jobs are " + jobs);
    }
    try {
      ZoneId zone = ZoneId.of(block.need("zone"));
      CronExpression cron = new CronExpression(block.need("cron"));
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      refuseTheDoubtfulHour(block, cron, zone);
      return new Schedule(job, cron.getCronExpression(), zone, Missed.read(block));
    } catch (DateTimeException e) {
      throw block.refuse(
          "\"" + block.need("zone") + "\" is no time zone; write Europe/London or UTC");
    } catch (ParseException e) {
      throw block.refuse(
          "\"" + block.need("cron") + "\" is no schedule; write six fields such as 0 0 3 * * ?");
    }
  }

  /** An hour that comes twice or never would run a daily job twice or never. */
  private static void refuseTheDoubtfulHour(
      PolicyDocument block, CronExpression cron, ZoneId zone) {
    if (!zone.equals(London.ZONE)) {
      return;
    }
    String hours = cron.getCronExpression().strip().split("\\s+")[2];
    if (List.of(hours.split(",")).contains("1") || hours.equals("*")) {
      throw block.refuse(
          "nothing may ring between 01:00 and 02:00 in Europe/London, an hour that comes twice in"
              + " October; choose another hour, or zone UTC for an hourly job");
    }
  }
}
