package org.targetmonitor.support;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.data.Offset;

/**
 * What a scrape has and has not. Labels may be some of a series' labels, as long as they
 * mean one series.
 */
public final class ScrapeAssert extends AbstractAssert<ScrapeAssert, Scrape> {

	private ScrapeAssert(Scrape scrape) {
		super(scrape, ScrapeAssert.class);
	}

	public static ScrapeAssert assertThat(Scrape scrape) {
		return new ScrapeAssert(scrape);
	}

	/** One series with these labels has exactly this value. */
	public ScrapeAssert hasSample(String name, Map<String, String> labels, double value) {
		return hasSample(name, labels, value, Offset.offset(0.0));
	}

	/** One series with these labels is as close to this value as said. */
	public ScrapeAssert hasSample(String name, Map<String, String> labels, double value, Offset<Double> offset) {
		List<Scrape.Sample> found = this.actual.matching(name, labels);
		if (found.size() != 1) {
			failWithMessage("expected one series %s%s, found %s among %s", name, labels, found,
					this.actual.matching(name, Map.of()));
		}
		double actual = found.getFirst().value();
		if (!(Math.abs(actual - value) <= offset.value)) {
			failWithMessage("expected %s%s to be %s, but it is %s", name, labels, value, actual);
		}
		return this;
	}

	/** No series of this name has these labels. */
	public ScrapeAssert hasNoSeries(String name, Map<String, String> labels) {
		List<Scrape.Sample> found = this.actual.matching(name, labels);
		if (!found.isEmpty()) {
			failWithMessage("expected no series %s%s, found %s", name, labels, found);
		}
		return this;
	}

}
