package org.targetmonitor.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.SecondPlans;
import org.targetmonitor.plan.SheetCodes;
import org.targetmonitor.plan.WordingRules;

/** Loads plan files at start, each where the database has no such plan yet. */
@Component
@Order(PlanLoader.ORDER)
class PlanLoader implements ApplicationRunner {

	static final int ORDER = 10;

	private static final String AUTHOR = "plan-file";

	private static final Logger log = LoggerFactory.getLogger(PlanLoader.class);

	private final MonitorProperties properties;

	private final ResourcePatternResolver resources;

	private final Plans plans;

	private final AuditTrail trail;

	private final Clock clock;

	PlanLoader(MonitorProperties properties, ResourcePatternResolver resources, Plans plans, AuditTrail trail,
			Clock clock) {
		this.trail = trail;
		this.properties = properties;
		this.resources = resources;
		this.plans = plans;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		for (String location : this.properties.plans()) {
			load(location);
		}
	}

	/** Loads every plan file of a location, which may be a pattern. */
	void load(String location) throws IOException {
		List<Resource> files = Arrays.stream(this.resources.getResources(location))
			.sorted(Comparator.comparing((file) -> String.valueOf(file.getFilename())))
			.toList();
		List<PlanFile> plans = new ArrayList<>();
		for (Resource file : files) {
			plans.add(read(file));
		}
		// A plan may name its year before
		plans.sort(Comparator.comparingInt((plan) -> plan.plan().year()));
		for (PlanFile plan : plans) {
			if (!this.plans.ids().contains(plan.plan().id())) {
				this.trail.together(() -> record(plan));
				log.info("plan {} loaded from {} with {} targets", plan.plan().id(), location,
						plan.plan().targets().size());
			}
		}
	}

	/** Another replica may have loaded it meanwhile. */
	private Plans.Recorded record(PlanFile plan) {
		Plan read = plan.plan();
		Instant now = this.clock.instant();
		List<Fault> asked = new ArrayList<>(WordingRules.faults(plan, null));
		asked.addAll(SheetCodes.faults(plan, null));
		asked.addAll(SecondPlans.faults(read, null, this.plans.ofArea(read, read.year() - 1, read.year() + 1, now)));
		if (!asked.isEmpty()) {
			throw new Faulty(read.id(), asked);
		}
		Plans.Recorded recorded = this.plans.record(plan, Grounds.of(null), AUTHOR, now);
		if (recorded instanceof Plans.Recorded.Created) {
			this.trail.record(AUTHOR, AuditAction.PLAN, true, plan.plan().id(), plan.plan().id(),
					"created; " + String.join(", ", plan.definitions().keySet()));
		}
		return recorded;
	}

	private static PlanFile read(Resource file) throws IOException {
		String name = String.valueOf(file.getFilename());
		try {
			return PlanFile.read(YamlTree.read(file.getContentAsByteArray()), name);
		}
		catch (Unparsable ex) {
			throw new Faulty(name, List.of(Fault.of("", "", "yaml", ex.reason())));
		}
	}

}
