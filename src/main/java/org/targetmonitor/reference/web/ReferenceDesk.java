package org.targetmonitor.reference.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Text;
import org.targetmonitor.reference.ReferenceImport;
import org.targetmonitor.reference.ReferenceRow;

/** Records reference figures for page and API, each act with its event. */
@Component
class ReferenceDesk {

	static final Text FORBIDDEN = new Text("只有审核人或计划管理员可以录入参照数据",
			"only reviewers and administrators of plans record reference figures");

	static final Text REFUSED = new Text("参照数据有误，未作任何保存", "the reference figures are refused, nothing is stored");

	static final Text STALE = new Text("参照数据已有更新的版本，未作任何保存",
			"a reference figure was corrected meanwhile, nothing is stored");

	private final ReferenceImport figures;

	private final AuditTrail trail;

	ReferenceDesk(ReferenceImport figures, AuditTrail trail) {
		this.figures = figures;
		this.trail = trail;
	}

	/** They are of no plan: whoever reviews or keeps one may record them. */
	static boolean may(Account account) {
		return account.roles().contains(Role.REVIEWER) || account.roles().contains(Role.PLAN_ADMIN);
	}

	/** Records what was read, or refuses it, and tells the audit. */
	ReferenceImport.Result record(ReferenceRow.Reading reading, @Nullable String reason, SignedIn user) {
		return this.trail.together(() -> {
			ReferenceImport.Result result = reading.faults().isEmpty()
					? this.figures.record(reading.rows(), reason, user.getUsername())
					: new ReferenceImport.Result.Refused(reading.faults());
			switch (result) {
				case ReferenceImport.Result.Recorded recorded ->
					told(user, true, Integer.toString(recorded.revisions().size()));
				case ReferenceImport.Result.Refused refused -> told(user, false, rules(refused.faults()));
				case ReferenceImport.Result.Stale stale -> told(user, false, rules(stale.faults()));
			}
			return result;
		});
	}

	/** What cannot even be read as rows. */
	ReferenceImport.Result refuse(List<Fault> faults, SignedIn user) {
		return record(new ReferenceRow.Reading(List.of(), faults), null, user);
	}

	void forbidden(SignedIn user) {
		told(user, false, "forbidden");
	}

	private static String rules(List<Fault> faults) {
		return Faults.listed(faults)
			.stream()
			.map((fault) -> fault.field() + " " + fault.rule())
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private void told(SignedIn user, boolean succeeded, String detail) {
		this.trail.record(user.getUsername(), AuditAction.REFERENCE, succeeded, null, null, detail);
	}

}
