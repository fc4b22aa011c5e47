/** The folder an installation lives in. */
@NullMarked
package org.breachledger.pipeline.home;

import org.jspecify.annotations.NullMarked;
