package org.targetmonitor.oversight;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That a deviation was accepted, or the one before withdrawn.
 *
 * @param indicator the target's indicator
 * @param number counts the target's acts from 1; a later one replaces all before
 * @param accepted what was accepted; null where the one before was withdrawn
 * @param reason why it was withdrawn; null where one was accepted
 * @param author the account
 * @param recordedAt when
 * @param knownFrom from when it counts
 */
public record DeviationAct(String indicator, int number, @Nullable Deviation accepted, @Nullable String reason,
		String author, Instant recordedAt, Instant knownFrom) {
}
