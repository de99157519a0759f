package org.targetmonitor.platform.newcomer;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;

import org.targetmonitor.input.Node;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.submission.BaseShareImport;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.BaseShareRow;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.input.tree.CsvRows;

/**
 * Enters the base shares of CSV files through the same path as everybody's, from the day
 * each names as known; what was entered or corrected before is left alone, and with the
 * clock set back, what is not known yet waits for a later start.
 */
@Order(15)
class ShippedShares implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ShippedShares.class);

	private final List<Resource> files;

	private final Plans plans;

	private final BaseShareImport shares;

	private final BaseShareLedger ledger;

	private final Clock clock;

	ShippedShares(List<Resource> files, Plans plans, BaseShareImport shares, BaseShareLedger ledger, Clock clock) {
		this.files = List.copyOf(files);
		this.plans = plans;
		this.shares = shares;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		for (Resource file : this.files) {
			Map<String, List<Node>> plans = new LinkedHashMap<>();
			CsvRows.read("base-shares", file.getContentAsByteArray(),
					(row) -> plans.computeIfAbsent(plan(row), (plan) -> new ArrayList<>()).add(row));
			plans.forEach(this::enter);
		}
	}

	private static String plan(Node.Mapping row) {
		return (row.entries().get("plan") instanceof Node.Scalar plan) ? plan.text() : "";
	}

	private void enter(String plan, List<Node> rows) {
		Instant now = this.clock.instant();
		Optional<Plan> present = this.plans.inForce(plan, now).map(PlanFile::plan);
		if (present.isEmpty()) {
			return;
		}
		BaseShareRow.Reading reading = BaseShareRow.read(new Node.Sequence(rows, 0), plan);
		BaseShares stored = this.ledger.of(plan);
		Predicate<BaseShareRow> known = (row) -> stored.of(row.indicator(), row.period()).isEmpty()
				&& (row.knownFrom() == null || !row.knownFrom().isAfter(present.get().dayOf(now)));
		List<BaseShareRow> due = reading.rows().stream().filter(known).toList();
		if (due.isEmpty() && reading.faults().isEmpty()) {
			return;
		}
		BaseShareImport.Result result = reading.faults().isEmpty() ? this.shares.record(plan, due, null, "reviewer")
				: new BaseShareImport.Result.Refused(reading.faults());
		if (!(result instanceof BaseShareImport.Result.Recorded)) {
			log.warn("base shares of {} were not entered: {}", plan, result);
		}
	}

}
