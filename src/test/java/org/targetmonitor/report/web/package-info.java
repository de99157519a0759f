/** Tests of the web parts. */
@NullMarked
package org.targetmonitor.report.web;

import org.jspecify.annotations.NullMarked;
