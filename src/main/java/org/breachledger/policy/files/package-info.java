/** The policy's tables as files: shipped in the jar or kept in the school's own folder. */
@NullMarked
@NamedInterface("files")
package org.breachledger.policy.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
