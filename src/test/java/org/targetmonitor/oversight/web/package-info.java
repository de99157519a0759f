/** Tests of oversight over HTTP. */
@NullMarked
package org.targetmonitor.oversight.web;

import org.jspecify.annotations.NullMarked;
