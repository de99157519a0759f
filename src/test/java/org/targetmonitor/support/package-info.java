/** What tests share: a database, a clock that can be set, a caller of the API. */
@NullMarked
package org.targetmonitor.support;

import org.jspecify.annotations.NullMarked;
