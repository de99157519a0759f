/** Signs in, and lets administrators keep accounts. */
@NullMarked
package org.targetmonitor.account.web;

import org.jspecify.annotations.NullMarked;
