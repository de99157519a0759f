/** Reference figures as pages and over HTTP. */
@NullMarked
package org.targetmonitor.reference.web;

import org.jspecify.annotations.NullMarked;
