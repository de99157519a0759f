package org.targetmonitor.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to see; what is null does not limit them.
 *
 * @param from the first moment
 * @param until the moment after the last
 * @param actor the account
 * @param action what was done
 * @param plans the codes of the plans
 * @param succeeded carried out, or refused
 * @param text words in subject, detail or address
 */
public record AuditFilter(@Nullable Instant from, @Nullable Instant until, @Nullable String actor,
		@Nullable AuditAction action, @Nullable List<String> plans, @Nullable Boolean succeeded,
		@Nullable String text) {
}
