package org.breachledger.intake.mis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/** The layouts of access logs, from {@code jobs/intake/audit-profiles/*.yaml}. */
final class AuditProfiles {

  static final String FOLDER = "intake/audit-profiles";

  private static final Set<AuditField> DEED =
      Set.of(AuditField.KIND, AuditField.WHAT, AuditField.OUTCOME);

  private final List<AuditProfile> profiles;

  private AuditProfiles(List<AuditProfile> profiles) {
    this.profiles = profiles;
  }

  static AuditProfiles read(PolicySource source) {
    return new AuditProfiles(
        source.list(FOLDER, ".yaml").stream()
            .map(file -> AuditProfileFile.read(source, file))
            .toList());
  }

  List<String> names() {
    return profiles.stream().map(AuditProfile::name).toList();
  }

  /**
   * The layout of a heading row; where several fit, the one that demands most headings.
   *
   * @param asked the only one wanted; null where any will do
   */
  Optional<AuditProfile> recognise(List<String> headings, @Nullable String asked) {
    Set<String> keys = headings.stream().map(AuditProfile::key).collect(Collectors.toSet());
    return profiles.stream()
        .filter(profile -> asked == null || profile.name().equals(asked))
        .filter(profile -> profile.fits(keys))
        .max(Comparator.comparingInt(profile -> profile.recognise().size()));
  }

  /**
   * Whether a row of headings can only be an access log's: it names a moment, an account, a network
   * address and what was done, in words that some layout uses for them.
   */
  boolean likely(List<String> headings) {
    Set<AuditField> named = new HashSet<>();
    for (String heading : headings) {
      String key = AuditProfile.key(heading);
      for (AuditProfile profile : profiles) {
        profile
            .columns()
            .forEach(
                (known, fields) -> {
                  if (AuditProfile.key(known).equals(key)) {
                    named.addAll(fields);
                  }
                });
      }
    }
    return named.containsAll(Set.of(AuditField.WHEN, AuditField.ACCOUNT, AuditField.ADDRESS))
        && named.stream().anyMatch(DEED::contains);
  }
}
