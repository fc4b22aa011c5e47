/** The folder an installation lives in. */
@NullMarked
@NamedInterface("home")
package org.breachledger.pipeline.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
