package org.targetmonitor.desk;

import java.util.Collection;
import java.util.List;

import org.targetmonitor.period.Period;

/** Where drafts are kept until their figures are handed in. */
public interface Drafts {

	/** The drafts of departments for a period, in no order; of some there is none. */
	List<Draft> of(String plan, Period period, Collection<String> departments);

	/**
	 * Keeps a draft in the place of the version that it was typed over.
	 * @param draft with the version that its author saw, 0 for none
	 * @return what is kept now: the draft with its new version, or the newer one of
	 * somebody else, which is not overwritten
	 */
	Draft keep(Draft draft);

	/**
	 * Removes what has been handed in. The version is raised, or begun, so that nothing
	 * typed over an earlier one brings it back.
	 * @param draft of which department and period, who handed in and when
	 */
	void remove(Draft draft, Collection<String> indicators);

}
