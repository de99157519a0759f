/** Tests of the ledger on real databases. */
@NullMarked
package org.targetmonitor.submission.jdbc;

import org.jspecify.annotations.NullMarked;
