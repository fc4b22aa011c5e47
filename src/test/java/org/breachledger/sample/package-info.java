/** The fictional trust: a small generator that writes the same {@code sample-data/} every time. */
@NullMarked
package org.breachledger.sample;

import org.jspecify.annotations.NullMarked;
