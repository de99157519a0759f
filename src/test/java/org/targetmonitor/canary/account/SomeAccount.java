package org.targetmonitor.canary.account;

/** An account for others to know. */
public record SomeAccount(String name) {
}
