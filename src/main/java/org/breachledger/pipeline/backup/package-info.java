/** Backup and restore: a whole installation in one locked file, and back out of it. */
@NullMarked
package org.breachledger.pipeline.backup;

import org.jspecify.annotations.NullMarked;
