package org.targetmonitor.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done, or tried.
 *
 * @param at when
 * @param actor the account that did it; of a failed sign-in the name that was typed
 * @param action what was done
 * @param succeeded whether it was carried out
 * @param subject what it was done to: a submission's id, an account, an indicator
 * @param plan the plan it concerns
 * @param detail what else is worth knowing, such as why it was refused
 * @param address the address it came from
 */
public record AuditEvent(Instant at, String actor, AuditAction action, boolean succeeded, @Nullable String subject,
		@Nullable String plan, @Nullable String detail, @Nullable String address) {
}
