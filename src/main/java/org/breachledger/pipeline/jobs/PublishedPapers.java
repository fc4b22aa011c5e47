package org.breachledger.pipeline.jobs;

import java.util.List;
import org.breachledger.reporting.store.PaperShelf;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers a run left on the shelf. */
public final class PublishedPapers {

  private final PaperShelf shelf;
  private final TransactionTemplate transactions;

  /** Each question is a transaction of its own. */
  public PublishedPapers(PaperShelf shelf, TransactionTemplate transactions) {
    this.shelf = shelf;
    this.transactions = transactions;
  }

  /** The files of a run's papers; empty where it published none. */
  public List<String> files(long manifest) {
    List<String> files = transactions.execute(status -> shelf.files(manifest));
    return files == null ? List.of() : files;
  }
}
