/** Tests of the web parts. */
@NullMarked
package org.targetmonitor.account.web;

import org.jspecify.annotations.NullMarked;
