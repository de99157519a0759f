/** Tests of the web parts. */
@NullMarked
package org.targetmonitor.input.web;

import org.jspecify.annotations.NullMarked;
