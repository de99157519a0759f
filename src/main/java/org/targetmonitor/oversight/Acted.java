package org.targetmonitor.oversight;

import java.util.List;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** What became of an act of oversight. */
public sealed interface Acted {

	/** It is recorded; {@code number} is the order's, or that of the target's act. */
	record Done(int number) implements Acted {
	}

	/** Something is wrong with what was handed in. */
	record Refused(List<Fault> faults) implements Acted {

		public Refused {
			faults = List.copyOf(faults);
		}

	}

	/** It is not this account's to do. */
	record Forbidden(Text reason) implements Acted {
	}

	/** As things stand it cannot be done. */
	record NotNow(Text reason) implements Acted {
	}

	/** There is no such plan, target or order. */
	record Unknown(Text reason) implements Acted {
	}

}
