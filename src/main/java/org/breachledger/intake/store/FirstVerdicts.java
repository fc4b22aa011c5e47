package org.breachledger.intake.store;

import java.util.List;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.incident.store.StoredIncident;
import org.jspecify.annotations.Nullable;

/**
 * What the later stages make of an incident nobody knew, so that it is stored once with all that is
 * known of it. An incident that was known before is left to the stages themselves.
 *
 * <p>Asked from several threads at once.
 */
public interface FirstVerdicts {

  /** The columns {@link #ofWords} gives; a row's own words are enough for them. */
  StageColumns columnsOfWords();

  /** What a taken row's words tell, in the order of the columns. */
  List<@Nullable String> ofWords(IncomingRow row);

  /**
   * Finds which incident each new one repeats, within the running transaction. The new ones stand
   * in relation {@code arriving} with the columns of the register; what is found goes to a table
   * {@code repeated} with their number, the repeated incident's number and its reference.
   */
  void findRepeats();

  /** The columns {@link #ofIncident} gives. */
  StageColumns columnsOfIncident();

  /** What the stages after the search for repeats decide, in the order of the columns. */
  List<@Nullable String> ofIncident(StoredIncident incident);

  /**
   * By which tables, program and learned types rows are read and judged: rows remembered under the
   * same words need not be read again.
   *
   * @return empty where no row is to be remembered
   */
  String readBy();
}
