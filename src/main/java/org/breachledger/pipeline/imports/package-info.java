/** One file after another through reading, typing, scoring and deadlines. */
@NullMarked
package org.breachledger.pipeline.imports;

import org.jspecify.annotations.NullMarked;
