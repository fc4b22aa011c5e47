/** Backup and restore: a whole installation in one locked file, and back out of it. */
@NullMarked
@NamedInterface("backup")
package org.breachledger.pipeline.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
