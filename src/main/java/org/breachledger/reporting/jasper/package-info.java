/**
 * Papers as PDF, page and workbook: filled from the templates in {@code report-templates/}, tagged
 * so that they can be heard.
 */
@NullMarked
@NamedInterface("jasper")
package org.breachledger.reporting.jasper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
