/** Tests of who may do what. */
@NullMarked
package org.targetmonitor.account;

import org.jspecify.annotations.NullMarked;
