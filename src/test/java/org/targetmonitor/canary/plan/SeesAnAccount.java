package org.targetmonitor.canary.plan;

import org.targetmonitor.canary.account.SomeAccount;

/** Only the web part of a feature may know accounts. */
record SeesAnAccount(SomeAccount account) {
}
