package org.breachledger.keeping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The retention settings in force. There is no default: where neither the school nor the trust set
 * one, there is none.
 */
public final class RetentionSettings {

  private final Map<Integer, RetentionSetting> newest = new HashMap<>();

  /**
   * Takes the last one of each school.
   *
   * @param all in the order in which they were set
   */
  public RetentionSettings(List<RetentionSetting> all) {
    all.forEach(setting -> newest.put(setting.schoolId(), setting));
  }

  /** The school's own setting, else the one for every other school. */
  public Optional<RetentionSetting> find(int schoolId) {
    return Optional.ofNullable(newest.get(schoolId))
        .or(() -> Optional.ofNullable(newest.get(RetentionSetting.EVERY_OTHER)));
  }
}
