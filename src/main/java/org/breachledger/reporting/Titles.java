package org.breachledger.reporting;

/**
 * What the policy in force calls the people a paper speaks of: offices, never names.
 *
 * @param head such as {@code Headteacher}
 * @param dataLead such as {@code Data Protection Lead}
 * @param dataProtectionOfficer such as {@code Schools Data Protection Officer}
 * @param governors such as {@code governing body}
 * @param levelTwo what the policy calls an incident that must be considered for notification, such
 *     as {@code Category Level 2}
 */
public record Titles(
    String head,
    String dataLead,
    String dataProtectionOfficer,
    String governors,
    String levelTwo) {}
