/** Files made to harm whoever reads them, good files broken at random, and what becomes of them. */
package org.breachledger.hostile;
