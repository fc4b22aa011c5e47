package org.breachledger.pipeline.home;

/** Which build of the program runs, as the manifest of its jar says. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** The version; {@code unreleased} where the program runs from its classes. */
  public static String ofThisBuild() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }
}
