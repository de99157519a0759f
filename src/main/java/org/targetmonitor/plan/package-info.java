/**
 * Plans, their targets and the kinds of goal; and how a plan file is read.
 */
@NullMarked
package org.targetmonitor.plan;

import org.jspecify.annotations.NullMarked;
