/** An installation at work: its database is up, its rules are read, its jobs can be run. */
@NullMarked
package org.breachledger.pipeline.boot;

import org.jspecify.annotations.NullMarked;
