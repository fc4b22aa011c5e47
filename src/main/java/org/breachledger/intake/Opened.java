package org.breachledger.intake;

/** What opening a file came to: a log of incidents or of accesses to read, or a refusal. */
public sealed interface Opened permits LogFile, AuditLog, Refused {}
