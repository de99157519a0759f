package org.targetmonitor.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * An account as an administrator sends it.
 *
 * @param account the account
 * @param password its new password, null to keep the present one
 * @param faults what is wrong with it; with faults the account holds stand-ins
 */
public record AccountDocument(Account account, @Nullable String password, List<Fault> faults) {

	/** Shorter passwords are refused. */
	public static final int SHORTEST_PASSWORD = 12;

	private static final Map<String, Role> ROLES = Fields.byKey(Role.values(), Role::key);

	/** Reads what was sent for {@code username}. */
	public static AccountDocument read(String username, Node document) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", "account", faults);
		String name = fields.text("name").orElse(username);
		String password = fields.text("password").orElse(null);
		boolean enabled = !fields.has("enabled") || fields.flag("enabled");
		fields.node("enabled");
		Set<Grant> grants = new LinkedHashSet<>();
		fields.requiredNode("grants");
		fields.items("grants").forEach((node) -> grants.add(grant(node, faults)));
		fields.refuseOthers();
		if (!username.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
			fields.fault("username", "code", new Text("用户名只可用小写字母、数字、点、下划线和连字符",
					"a username has small letters, digits, dots, underscores and hyphens only"));
		}
		if (password != null && (password.length() < SHORTEST_PASSWORD || password.length() > 72)) {
			fields.fault("password", "length",
					Text.format("密码应有%d至72个字符", "a password has %d to 72 characters", SHORTEST_PASSWORD));
		}
		return new AccountDocument(new Account(username, name, enabled, grants), password, List.copyOf(faults));
	}

	private static Grant grant(Node node, List<Fault> faults) {
		Fields fields = Fields.of(node, "", "grants", faults);
		Grant grant = new Grant(fields.requiredChoice("role", ROLES), fields.text("plan").orElse(Grant.EVERY),
				fields.text("department").orElse(Grant.EVERY));
		fields.refuseOthers();
		return grant;
	}

}
