/** How targets stand, over HTTP and as a page. */
@NullMarked
package org.targetmonitor.progress.web;

import org.jspecify.annotations.NullMarked;
