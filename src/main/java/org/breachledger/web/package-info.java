/** The pages. Nobody depends on them. */
@NullMarked
package org.breachledger.web;

import org.jspecify.annotations.NullMarked;
