package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * Refuses a writing of a plan by which figures that are there would mean something else:
 * 20 that was handed in as 亿元 is not 20万元 because the plan's unit became another one.
 * What has no figures may be measured anew.
 */
public final class Relabelling {

	private Relabelling() {
	}

	/**
	 * One fault for each code whose figures would be read otherwise; parts of one that is
	 * named are measured as it is and not named again.
	 * @param versions what the plan was; of a code that was withdrawn, what it last was
	 * @param recorded what stands under each code
	 */
	public static List<Fault> faults(PlanFile file, PlanVersions versions, Map<String, RecordedFigures.Held> recorded) {
		List<Fault> faults = new ArrayList<>();
		Set<String> named = new HashSet<>();
		file.plan().entries().forEach((target) -> {
			RecordedFigures.Held held = recorded.getOrDefault(target.indicator(), RecordedFigures.Held.NONE);
			List<Text> changes = formerly(target.indicator(), versions)
				.map((then) -> changes(then, target.measurement(), held))
				.orElse(List.of());
			if (!changes.isEmpty()) {
				named.add(target.indicator());
				if (target.entry().whole().filter(named::contains).isEmpty()) {
					faults.add(fault(file, target, changes, held));
				}
			}
		});
		return List.copyOf(faults);
	}

	private static Optional<Measurement> formerly(String indicator, PlanVersions versions) {
		return versions.byMoment()
			.descendingMap()
			.values()
			.stream()
			.flatMap((plan) -> plan.target(indicator).stream())
			.flatMap((target) -> Stream.ofNullable(target.measurement()))
			.findFirst();
	}

	private static List<Text> changes(Measurement then, @Nullable Measurement now, RecordedFigures.Held held) {
		List<Text> changes = new ArrayList<>();
		if (now != null && held.figures() > 0) {
			add(changes, new Text("计量方式", "measure"), then.measure().words(), now.measure().words());
			add(changes, new Text("单位", "unit"), unit(then.unit()), unit(now.unit()));
		}
		if (now != null && held.levels() > 0) {
			add(changes, new Text("总量单位", "level unit"), unit(then.levelUnit()), unit(now.levelUnit()));
		}
		if (now != null && (held.figures() > 0 || held.levels() > 0)) {
			add(changes, new Text("累计方式", "accumulation"), then.accumulation().words(), now.accumulation().words());
		}
		return changes;
	}

	private static void add(List<Text> changes, Text what, Text then, Text now) {
		if (!then.equals(now)) {
			changes.add(Text.format("%1$s由“%2$s”改为“%3$s”", "%1$s from \"%2$s\" to \"%3$s\"", what, then, now));
		}
	}

	private static Text unit(@Nullable String unit) {
		return (unit == null || unit.isEmpty()) ? new Text("无", "none")
				: unit.equals("percent") ? Text.same("%") : Text.same(unit);
	}

	private static Fault fault(PlanFile file, Target target, List<Text> changes, RecordedFigures.Held held) {
		int periods = Math.max(held.figures(), held.levels());
		Text number = (periods == 1) ? new Text("1期", "one period") : Text.format("%d期", "%d periods", periods);
		int line = Optional.ofNullable(file.definitions().get(target.indicator())).map(Node.Mapping::line).orElse(0);
		return new Fault(line, Subject.of(target.indicator()), "measure", "relabels", Text.format(
				"“%1$s”已报送%2$s数据，而%3$s：已报的数会因此换了含义。请改回原来的写法；确要改变的，请另起一个指标代码，旧指标撤销",
				"figures of %2$s are recorded for \"%1$s\", and it changes its %3$s: what was handed in would mean something else. Take the change back; if it is meant, give the indicator a new code and withdraw the old one",
				target.name(), number, Text.join(changes, new Text("、", ", its "))));
	}

}
