package org.breachledger;

import java.io.IOException;
import java.net.URLClassLoader;
import org.breachledger.pipeline.cli.CommandLineDoor;

/** The program: one jar that serves the pages, runs the jobs and answers the command line. */
public final class Breachledger {

  private Breachledger() {}

  /** Runs the command line given in {@code args} and ends with its exit code. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    if (Breachledger.class.getClassLoader() instanceof URLClassLoader launched) {
      IndexedJars indexed = IndexedJars.over(launched);
      Thread.currentThread().setContextClassLoader(indexed);
      indexed
          .loadClass(Breachledger.class.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
      return;
    }
    System.exit(CommandLineDoor.run(args));
  }
}
