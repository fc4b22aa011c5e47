/** Workbooks, read only after their container is found safe, and the workbook of returned rows. */
@NullMarked
@NamedInterface("excel")
package org.breachledger.intake.excel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
