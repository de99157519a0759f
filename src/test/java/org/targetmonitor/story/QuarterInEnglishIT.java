package org.targetmonitor.story;

import org.targetmonitor.support.BrowserLanguage;

/** The quarter in English. */
class QuarterInEnglishIT extends QuarterInTheBrowser {

	QuarterInEnglishIT() {
		super(BrowserLanguage.EN, "Total fiscal revenue", "General public budget revenue");
	}

}
