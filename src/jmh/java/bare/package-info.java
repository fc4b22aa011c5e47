/**
 * What the start is measured against; outside the program's packages, so that it never joins in.
 */
@NullMarked
package bare;

import org.jspecify.annotations.NullMarked;
