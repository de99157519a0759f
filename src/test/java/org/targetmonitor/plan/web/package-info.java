/** Tests of plan files over HTTP. */
@NullMarked
package org.targetmonitor.plan.web;

import org.jspecify.annotations.NullMarked;
