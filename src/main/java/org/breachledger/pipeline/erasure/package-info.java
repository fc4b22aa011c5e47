/** Destruction, redaction and the search for a person's words, over the record and its files. */
@NullMarked
@NamedInterface("erasure")
package org.breachledger.pipeline.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
