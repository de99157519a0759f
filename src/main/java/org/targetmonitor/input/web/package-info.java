/** Answers faults over HTTP as problems (RFC 9457). */
@NullMarked
package org.targetmonitor.input.web;

import org.jspecify.annotations.NullMarked;
