package org.breachledger.intake;

/** What opening a file came to: a log to read, or a refusal. */
public sealed interface Opened permits LogFile, Refused {}
