/** Where persons confirm breach types and switch on what was learned from that. */
@NullMarked
package org.breachledger.pipeline.types;

import org.jspecify.annotations.NullMarked;
