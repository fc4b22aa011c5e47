/** Works an old result out again: the record as it stood, under the tables then in force. */
@NullMarked
package org.breachledger.pipeline.replay;

import org.jspecify.annotations.NullMarked;
