/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.account;

import org.jspecify.annotations.NullMarked;
