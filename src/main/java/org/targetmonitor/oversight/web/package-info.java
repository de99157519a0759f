/** Oversight over HTTP and as pages. */
@NullMarked
package org.targetmonitor.oversight.web;

import org.jspecify.annotations.NullMarked;
