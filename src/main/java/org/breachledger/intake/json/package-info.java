/** JSON: one object a line, or a list of objects, as a sheet whose headings are the keys. */
@NullMarked
@NamedInterface("json")
package org.breachledger.intake.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
