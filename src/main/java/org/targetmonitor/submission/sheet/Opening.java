package org.targetmonitor.submission.sheet;

import java.util.List;

import org.targetmonitor.input.Text;

/** What came of opening a file. */
sealed interface Opening {

	/**
	 * It has sheets.
	 *
	 * @param grids those that are shown
	 * @param marks the hidden sheet in which a template says what it is of, empty where
	 * there is none
	 */
	record Opened(List<Grid> grids, List<Grid> marks) implements Opening {

		public Opened {
			grids = List.copyOf(grids);
			marks = List.copyOf(marks);
		}

	}

	/** It is not read. */
	record Refused(String rule, Text reason) implements Opening {
	}

}
