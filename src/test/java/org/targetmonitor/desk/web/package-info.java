<<<<<<< HEAD
=======
/** Tests of the pages of staff and reviewers. */
>>>>>>> ff8c800 (Report by sheet: template, preview, confirmation)
@NullMarked
package org.targetmonitor.desk.web;

import org.jspecify.annotations.NullMarked;
