package org.targetmonitor.metrics.web;

import java.util.List;
import java.util.Map;

/**
 * One entry of Prometheus' HTTP service discovery.
 *
 * @param targets the address to scrape
 * @param labels what is asked for there, and the label that tells its series apart
 */
record ScrapeTarget(List<String> targets, Map<String, String> labels) {

	/** The monitor's own part; a plan may be called as it is. */
	static ScrapeTarget ofMonitor(String address, String part) {
		return of(address, "part", part, address);
	}

	static ScrapeTarget ofPlan(String address, String plan) {
		return of(address, "plan", plan, address + "/" + plan);
	}

	private static ScrapeTarget of(String address, String parameter, String value, String instance) {
		return new ScrapeTarget(List.of(address), Map.of("__metrics_path__", "/actuator/prometheus",
				"__param_" + parameter, value, "instance", instance));
	}

}
