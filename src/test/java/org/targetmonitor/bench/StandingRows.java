package org.targetmonitor.bench;

import org.targetmonitor.progress.StandingBenchmark;

/** One plan's standing from nothing, in this process. */
final class StandingRows implements Group {

	@Override
	public String name() {
		return "standing";
	}

	@Override
	public String title() {
		return "One standing, from nothing";
	}

	@Override
	public void measure(Sheet sheet) {
		line(sheet, 44, 1, 30);
		line(sheet, 44, 3, 60);
		line(sheet, 300, 3, 400);
	}

	private static void line(Sheet sheet, int indicators, int years, double most) {
		sheet.line(
				"one standing, %d monthly indicators with %s".formatted(indicators,
						(years == 1) ? "one year of figures" : years + " years of figures"),
				"≤ %.0f ms".formatted(most),
				() -> Line.Measured.millis(StandingBenchmark.median(indicators, "monthly", years), most));
	}

}
