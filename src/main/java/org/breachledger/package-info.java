/**
 * Breachledger: a file comes in; a type, a score, deadlines, a comparison, papers and messages come
 * out.
 */
@NullMarked
package org.breachledger;

import org.jspecify.annotations.NullMarked;
