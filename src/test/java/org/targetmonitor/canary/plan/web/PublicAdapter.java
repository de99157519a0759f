package org.targetmonitor.canary.plan.web;

import org.targetmonitor.canary.account.SomeAccount;

/** An adapter that others could use; that it knows an account is right. */
public record PublicAdapter(SomeAccount account) {
}
