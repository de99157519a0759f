/** Exports over HTTP. */
@NullMarked
package org.targetmonitor.report.web;

import org.jspecify.annotations.NullMarked;
