/** Delimited text files, whatever their encoding and separator. */
@NullMarked
@NamedInterface("csv")
package org.breachledger.intake.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
