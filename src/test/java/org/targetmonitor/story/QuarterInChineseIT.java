package org.targetmonitor.story;

import org.targetmonitor.support.BrowserLanguage;

/** The quarter in Chinese. */
class QuarterInChineseIT extends QuarterInTheBrowser {

	QuarterInChineseIT() {
		super(BrowserLanguage.ZH, "财政总收入", "一般公共预算收入");
	}

}
