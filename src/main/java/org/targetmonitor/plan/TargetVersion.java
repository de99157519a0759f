package org.targetmonitor.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A target as one of its revisions made it.
 *
 * @param number the revision, counted from 1
 * @param knownFrom from when it counts
 * @param target the target; null where this revision withdrew it
 * @param grounds what the revision rests on
 */
public record TargetVersion(int number, Instant knownFrom, @Nullable Target target, Grounds grounds) {
}
