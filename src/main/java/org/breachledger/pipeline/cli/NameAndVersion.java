package org.breachledger.pipeline.cli;

import org.breachledger.pipeline.home.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints; opens no home and no database. */
final class NameAndVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"breachledger " + ProgramVersion.ofThisBuild()};
  }
}
