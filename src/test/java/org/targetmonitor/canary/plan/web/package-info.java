/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.plan.web;

import org.jspecify.annotations.NullMarked;
