package org.wsisforum.registration.protocol;

/**
 * Somebody who may have to be received with honours.
 *
 * @param rank of the person's office; null for none that the edition knows
 * @param role in the delegation, such as {@code head}
 * @param kind of the delegation, such as {@code member-state}
 * @param country ISO 3166-1 alpha-2; null for one who comes for none
 */
public record Dignitary(String rank, String role, String kind, String country) {}
