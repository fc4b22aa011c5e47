/** The command line: names, columns and exit codes that scripts may rely on. */
@NullMarked
@NamedInterface("cli")
package org.breachledger.pipeline.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
