package org.targetmonitor.oversight;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Who acts.
 *
 * @param username the account
 * @param oversees whether it reviews or keeps a plan, so that it accepts deviations and
 * issues and closes orders
 * @param answers whether it hands in figures of a department of a plan, so that it
 * replies for it
 */
public record Overseer(String username, Predicate<String> oversees, BiPredicate<String, String> answers) {
}
