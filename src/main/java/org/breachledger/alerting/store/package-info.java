/** Alerts and the messages waiting to leave, as they are kept in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.alerting.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
