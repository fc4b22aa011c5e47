package org.breachledger.pipeline.erasure;

/**
 * Where words somebody searched for stand: a place and how often, never the words.
 *
 * @param subject an incident by school and reference, or another record by its kind and number
 * @param place what kind of record holds them
 * @param times how many such records of that subject
 */
public record FoundWords(String subject, String place, int times) {}
