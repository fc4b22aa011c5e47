package org.breachledger.pipeline.backup;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Steps {

  /** So many of all are done. */
  void done(int done, int all);
}
