package org.breachledger.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.breachledger.access.Role;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.springframework.core.env.Environment;

/**
 * The installation's settings for signing in, each also as an environment variable: {@code
 * breachledger.session.idle.minutes} (30), {@code breachledger.session.longest.hours} (12), {@code
 * breachledger.second.factor.required} (roles with commas; none).
 *
 * @param idle after so long without a request a session ends
 * @param longest after so long a session ends, used or not
 * @param secondFactor the roles that must have a second factor; every other may
 */
record AccessSettings(Duration idle, Duration longest, Set<Role> secondFactor) {

  private static final String REQUIRED = "breachledger.second.factor.required";

  AccessSettings {
    secondFactor = Set.copyOf(secondFactor);
  }

  /**
   * Reads the settings.
   *
   * @throws RefusedSetting where one cannot be used
   */
  static AccessSettings from(Environment environment) {
    return new AccessSettings(
        Duration.ofMinutes(number(environment, "breachledger.session.idle.minutes", 30, 24 * 60)),
        Duration.ofHours(number(environment, "breachledger.session.longest.hours", 12, 7 * 24)),
        roles(environment.getProperty(REQUIRED, "")));
  }

  private static long number(Environment environment, String name, int usual, int most) {
    String written = environment.getProperty(name, Integer.toString(usual)).strip();
    if (written.matches("\\d{1,5}")) {
      int number = Integer.parseInt(written);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new RefusedSetting("The setting " + name + " must be a number from 1 to " + most + ".");
  }

  private static Set<Role> roles(String written) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : written.split(",", -1)) {
      if (!word.isBlank()) {
        roles.add(
            Role.find(word.strip())
                .orElseThrow(
                    () ->
                        new RefusedSetting(
                            "The setting "
                                + REQUIRED
                                + " names a role that does not exist; write roles such as"
                                + " dpo,operator.")));
      }
    }
    return roles;
  }
}
