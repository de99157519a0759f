package org.targetmonitor.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * An account as an administrator sends it. What is not named stays as it is.
 *
 * @param account the account
 * @param password its new password, null to keep the present one
 * @param mustChange whether its owner has to replace the password at the next sign-in,
 * null where nothing is said of it
 * @param faults what is wrong with it; with faults the account holds stand-ins
 */
public record AccountDocument(Account account, @Nullable String password, @Nullable Boolean mustChange,
		List<Fault> faults) {

	/** What a username is made of. */
	public static final Text USERNAME_RULE = new Text("用户名只可用小写字母、数字、点、下划线和连字符",
			"a username has small letters, digits, dots, underscores and hyphens only");

	private static final int LONGEST_NAME = 100;

	/** What a name is made of. */
	public static final Text NAME_RULE = Text.format("姓名或单位不超过%d个字，不含换行、控制字符、不可见字符",
			"a name has at most %d characters on one line, none of them a control character or invisible",
			LONGEST_NAME);

	/** The roles that can be limited to a plan. */
	private static final Set<Role> LIMITED = Set.of(Role.SUBMITTER, Role.REVIEWER, Role.PLAN_ADMIN);

	private static final Map<String, Role> ROLES = Fields.byKey(Role.values(), Role::key);

	/**
	 * Reads what was sent for {@code username}.
	 * @param before the account as it is; null where there is none
	 */
	public static AccountDocument read(String username, Node document, @Nullable Account before) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", "account", faults);
		String name = fields.text("name").orElse((before != null) ? before.name() : username);
		String email = email(fields, before);
		String password = fields.text("password").orElse(null);
		Boolean mustChange = flag(fields, "must-change");
		Boolean enabled = flag(fields, "enabled");
		Set<Grant> grants = grants(fields, before, faults);
		fields.refuseOthers();
		username(username, before).ifPresent(faults::add);
		if (fields.has("name") && !isName(name)) {
			fields.fault("name", "text", NAME_RULE);
		}
		if (email != null && !isEmail(email)) {
			fields.fault("email", "email", new Text("电子邮箱地址不正确", "this is no e-mail address"));
		}
		boolean mayEnter = (enabled != null) ? enabled : (before == null || before.enabled());
		return new AccountDocument(new Account(username, name, email, mayEnter, grants), password, mustChange,
				List.copyOf(faults));
	}

	private static @Nullable Boolean flag(Fields fields, String key) {
		boolean value = fields.flag(key);
		return fields.has(key) ? value : null;
	}

	/** An address is taken away by null; one that is not named stays. */
	private static @Nullable String email(Fields fields, @Nullable Account before) {
		String email = fields.text("email").orElse(null);
		return (fields.keys().contains("email") || before == null) ? email : before.email();
	}

	private static Set<Grant> grants(Fields fields, @Nullable Account before, List<Fault> faults) {
		if (before != null && !fields.keys().contains("grants")) {
			return before.grants();
		}
		Set<Grant> grants = new LinkedHashSet<>();
		fields.requiredNode("grants");
		fields.items("grants").forEach((node) -> grants.add(grant(node, faults)));
		return grants;
	}

	/** Whether an account can have this name. */
	public static boolean isUsername(String username) {
		return username.matches("[a-z0-9][a-z0-9._-]{0,59}");
	}

	/**
	 * What is wrong with the name of an account; the page on which accounts are made has
	 * the address of one that is called {@code new}.
	 * @param before the account as it is, null for a new one
	 */
	public static Optional<Fault> username(String username, @Nullable Account before) {
		if (!isUsername(username)) {
			return Optional.of(Fault.of("", "username", "code", USERNAME_RULE));
		}
		return (before == null && username.equals("new"))
				? Optional.of(Fault.of("", "username", "reserved",
						new Text("用户名不能是“new”，请另取一个", "a username cannot be \"new\": choose another one")))
				: Optional.empty();
	}

	/** Whether an account's owner can be called so. */
	public static boolean isName(String name) {
		return Fields.isLine(name, LONGEST_NAME);
	}

	/** Whether a role can be limited to a plan. */
	public static boolean canBeLimited(Role role) {
		return LIMITED.contains(role);
	}

	/** How far a role reaches: what is limited and cannot be. */
	public static List<Fault> scope(Grant grant) {
		List<Fault> faults = new ArrayList<>();
		boolean limited = !grant.plan().equals(Grant.EVERY) || !grant.department().equals(Grant.EVERY);
		if (limited && !canBeLimited(grant.role())) {
			faults.add(Fault.of("", "role", "scope", new Text("该角色对所有计划有效，不能限定计划或部门",
					"this role holds for everything; it cannot be limited to a plan")));
		}
		if (!grant.department().equals(Grant.EVERY) && grant.role() != Role.SUBMITTER) {
			faults.add(Fault.of("", "department", "scope",
					new Text("只有报送角色可以限定部门", "only a submitter is limited to a department")));
		}
		return List.copyOf(faults);
	}

	/**
	 * Whether a mail server could take it: no spaces, no second address, something on
	 * both sides of the @.
	 */
	public static boolean isEmail(String email) {
		return email.length() <= 254 && email.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
	}

	private static Grant grant(Node node, List<Fault> faults) {
		Fields fields = Fields.of(node, "", "grants", faults);
		Grant grant = new Grant(fields.requiredChoice("role", ROLES), fields.text("plan").orElse(Grant.EVERY),
				fields.text("department").orElse(Grant.EVERY));
		fields.refuseOthers();
		scope(grant).forEach((fault) -> fields.fault(fault.field(), fault.rule(), fault.reason()));
		return grant;
	}

}
