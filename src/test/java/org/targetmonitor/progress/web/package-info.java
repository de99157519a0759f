/** How targets stand, asked over HTTP. */
@NullMarked
package org.targetmonitor.progress.web;

import org.jspecify.annotations.NullMarked;
