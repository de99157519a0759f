package org.targetmonitor.platform;

import java.util.Map;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

import org.springframework.stereotype.Component;

/** Says what the meters are that come without a word. */
@Component
class MeterHelp implements MeterFilter {

	private static final Map<String, String> HELP = Map.of("http.server.requests", "How long requests took",
			"http.server.requests.active", "How long the requests that are being answered have taken so far",
			"tasks.scheduled.execution", "How long the monitor's jobs took", "tasks.scheduled.execution.active",
			"How long the jobs that are at work have taken so far");

	@Override
	public Meter.Id map(Meter.Id id) {
		String help = HELP.get(id.getName());
		return (help == null || id.getDescription() != null) ? id
				: new Meter.Id(id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), help, id.getType());
	}

}
