/** Messages as mail: sent by a mail server where one is set, otherwise written as files. */
@NullMarked
@NamedInterface("mail")
package org.breachledger.alerting.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
