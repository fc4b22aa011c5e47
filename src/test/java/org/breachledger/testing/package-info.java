/** What the tests of several stages share. */
@NullMarked
package org.breachledger.testing;

import org.jspecify.annotations.NullMarked;
