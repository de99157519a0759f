package org.targetmonitor.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Which duties exclude each other where they are separate: nobody keeps two of plans,
 * accounts and the audit, nobody who keeps one of them hands figures in or approves, and
 * nobody does both of these for the same plan (GB/T 22239-2019, third level).
 */
public final class Duties {

	private static final Set<Role> ADMINISTRATIVE = EnumSet.of(Role.PLAN_ADMIN, Role.ACCOUNT_ADMIN, Role.AUDITOR);

	private static final Set<Role> OPERATIVE = EnumSet.of(Role.SUBMITTER, Role.REVIEWER);

	private Duties() {
	}

	/** Everything that an account holds together and may not. */
	public static List<Fault> faults(Account account) {
		List<Fault> faults = new ArrayList<>();
		Set<Role> roles = account.roles();
		long administrative = roles.stream().filter(ADMINISTRATIVE::contains).count();
		if (administrative > 1) {
			faults.add(fault(new Text("三员分立：系统管理员、安全管理员、审计管理员不能由同一账号兼任",
					"separate duties: one account keeps plans, or accounts, or the audit")));
		}
		if (administrative > 0 && roles.stream().anyMatch(OPERATIVE::contains)) {
			faults
				.add(fault(new Text("管理类角色不能与报送、审核兼任", "an administrator neither hands figures in nor reviews them")));
		}
		if (submitsAndReviewsOnePlan(account)) {
			faults.add(fault(
					new Text("同一计划的报送与审核不能由同一账号兼任", "one account does not both submit and review for the same plan")));
		}
		return List.copyOf(faults);
	}

	private static boolean submitsAndReviewsOnePlan(Account account) {
		return account.grants()
			.stream()
			.filter((grant) -> grant.role() == Role.SUBMITTER)
			.anyMatch((submits) -> account.grants()
				.stream()
				.anyMatch((grant) -> grant.role() == Role.REVIEWER && overlap(submits, grant)));
	}

	private static boolean overlap(Grant one, Grant other) {
		return one.coversPlan(other.plan()) || other.coversPlan(one.plan());
	}

	private static Fault fault(Text reason) {
		return Fault.of("", "grants", "separate-duties", reason);
	}

}
