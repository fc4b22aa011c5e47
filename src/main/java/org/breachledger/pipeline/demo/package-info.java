/** The demo: a fictional trust through the whole line. */
@NullMarked
package org.breachledger.pipeline.demo;

import org.jspecify.annotations.NullMarked;
