package org.targetmonitor.desk;

import java.util.List;

/** Who is reminded for a department. */
public interface Recipients {

	/** Those who submit for a department of a plan and whose address is known. */
	List<Reminder.Recipient> of(String plan, String department);

}
