package org.breachledger.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.policy.PolicySource;

/** The layouts known by their headings, from {@code jobs/intake/profiles/*.yaml}. */
final class Profiles {

  static final String FOLDER = "intake/profiles";

  private final List<Profile> profiles;

  private Profiles(List<Profile> profiles) {
    this.profiles = profiles;
  }

  static Profiles read(PolicySource source) {
    return new Profiles(
        source.list(FOLDER, ".yaml").stream().map(file -> ProfileFile.read(source, file)).toList());
  }

  List<String> names() {
    return profiles.stream().map(Profile::name).toList();
  }

  Optional<Profile> find(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /** The layout of a heading row; where several fit, the one that demands most headings. */
  Optional<Profile> recognise(Set<String> headingKeys) {
    return profiles.stream()
        .filter(profile -> profile.fits(headingKeys))
        .max(Comparator.comparingInt(profile -> profile.recognise().size()));
  }
}
