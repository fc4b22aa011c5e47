/** Kills the program and its database on purpose and compares the end with an undisturbed run. */
package org.breachledger.crash;
