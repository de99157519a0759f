package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Duties;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** What an administrator may not make of an account. */
@Component
class AccountRules {

	private static final Text UNCONFIRMED = new Text("修改自己的密码或邮箱，须再次输入自己现在的密码（启用第二因素的还须输入验证码）",
			"to change your own password or e-mail, type your present password again (and a code of your second factor)");

	private final GrantScopes scopes;

	private final AccountProperties properties;

	AccountRules(GrantScopes scopes, AccountProperties properties) {
		this.scopes = scopes;
		this.properties = properties;
	}

	/** Everything that is wrong with what an account is to become. */
	List<Fault> faults(SignedIn administrator, @Nullable Account before, Account now) {
		List<Fault> faults = new ArrayList<>();
		// One that the account has is no fault of whoever changes something else about it
		List<Grant> fresh = now.grants()
			.stream()
			.filter((grant) -> before == null || !before.grants().contains(grant))
			.toList();
		if (!fresh.isEmpty()) {
			List<GrantScopes.Scope> all = this.scopes.all();
			fresh.forEach((grant) -> faults.addAll(unknown(grant, all)));
		}
		if (this.properties.separateDuties()) {
			faults.addAll(Duties.faults(now));
		}
		if (before != null && administrator.getUsername().equals(before.username())) {
			faults.addAll(ofOwn(before, now));
		}
		return faults;
	}

	/**
	 * What nobody changes about the own account without showing who they are: a session
	 * that was left open, or stolen, must not become the account for good.
	 */
	List<Fault> unconfirmed(SignedIn administrator, @Nullable Account before, Account now, boolean newPassword) {
		List<Fault> faults = new ArrayList<>();
		if (before == null || !administrator.getUsername().equals(before.username())) {
			return faults;
		}
		if (newPassword) {
			faults.add(Fault.of("", "password", "confirmation", UNCONFIRMED));
		}
		if (!Objects.equals(before.email(), now.email())) {
			faults.add(Fault.of("", "email", "confirmation", UNCONFIRMED));
		}
		return faults;
	}

	private static List<Fault> unknown(Grant grant, List<GrantScopes.Scope> all) {
		if (grant.plan().equals(Grant.EVERY)) {
			return List.of();
		}
		Optional<GrantScopes.Scope> plan = all.stream()
			.filter((scope) -> scope.plan().equals(grant.plan()))
			.findFirst();
		if (plan.isEmpty()) {
			return List.of(Fault.of("", "plan", "plan", Text.format("没有计划“%s”", "no plan \"%s\"", grant.plan())));
		}
		if (!grant.department().equals(Grant.EVERY) && !plan.get().has(grant.department())) {
			return List.of(Fault.of("", "department", "department",
					Text.format("计划“%s”没有部门“%s”", "the plan \"%s\" has no department \"%s\"", plan.get().title(),
							GrantWords.department(grant.department(), all))));
		}
		return List.of();
	}

	/** What an administrator may not change about the own account. */
	private List<Fault> ofOwn(Account before, Account now) {
		List<Fault> faults = new ArrayList<>();
		if (!now.enabled()) {
			faults.add(Fault.of("", "enabled", "own", new Text("不能停用自己的账号", "you cannot disable your own account")));
		}
		if (this.properties.separateDuties() && !before.grants().equals(now.grants())) {
			faults.add(Fault.of("", "grants", "own", new Text("不能修改自己的权限", "you cannot change your own roles")));
		}
		return faults;
	}

}
