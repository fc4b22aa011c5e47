/** Tables as files: CSV, workbook or JSON, without any formula. */
@NullMarked
@NamedInterface("sheet")
package org.breachledger.reporting.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
