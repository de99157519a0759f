package org.targetmonitor.account.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Duties;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.input.web.Problems;

/** Lets an administrator list, create and change accounts. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

	private static final String EXAMPLE = """
			{"name": "余杭区财政局", "password": "…", "email": "czj@example.org",
			"enabled": true,
			"grants": [{"role": "submitter", "plan": "yuhang-2024", "department": "finance"}]}
			""";

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final AuditTrail trail;

	private final Clock clock;

	private final AccountProperties properties;

	AccountController(Accounts accounts, PasswordEncoder passwords, AuditTrail trail, Clock clock,
			AccountProperties properties) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.trail = trail;
		this.clock = clock;
		this.properties = properties;
	}

	/** An account as it is answered, in the words in which it is sent. */
	record Answer(String username, String name, @Nullable String email, boolean enabled, List<Granted> grants) {

		static Answer of(Account account) {
			return new Answer(account.username(), account.name(), account.email(), account.enabled(),
					account.grants()
						.stream()
						.map((grant) -> new Granted(grant.role().key(), grant.plan(), grant.department()))
						.sorted(Comparator.comparing(Granted::toString))
						.toList());
		}

	}

	/** One grant. */
	record Granted(String role, String plan, String department) {
	}

	private static boolean changesOwnGrants(Account account, Account administrator) {
		return account.username().equals(administrator.username()) && !account.grants().equals(administrator.grants());
	}

	@GetMapping
	@Operation(summary = "All accounts with what they may do")
	List<Answer> all() {
		return this.accounts.all().stream().map(Answer::of).toList();
	}

	@Operation(summary = "Create an account or change it; without a password the present one is kept")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
					examples = @ExampleObject(EXAMPLE)))
	@PutMapping(path = "/{username}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> save(@PathVariable String username, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		AccountDocument document = AccountDocument.read(username, Bodies.read(body, MediaType.APPLICATION_JSON));
		boolean isNew = this.accounts.find(username).isEmpty();
		List<Fault> faults = new ArrayList<>(document.faults());
		if (isNew && document.password() == null) {
			faults.add(Fault.of("", "password", "required", new Text("新账号须设密码", "a new account needs a password")));
		}
		if (this.properties.separateDuties()) {
			faults.addAll(Duties.faults(document.account()));
			if (changesOwnGrants(document.account(), user.account())) {
				faults.add(Fault.of("", "grants", "own", new Text("不能修改自己的权限", "you cannot change your own roles")));
			}
		}
		if (!faults.isEmpty()) {
			return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("账号信息有误", "the account is refused"),
					faults, locale);
		}
		String password = document.password();
		String hash = (password != null) ? Objects.requireNonNull(this.passwords.encode(password)) : null;
		this.accounts.save(document.account(), hash);
		if (hash != null && document.mustChange()) {
			this.accounts.changePassword(username, hash, true, this.clock.instant());
		}
		this.trail.record(user.getUsername(), AuditAction.ACCOUNT, true, username, null,
				AccountWords.of(document.account()));
		return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(Answer.of(document.account()));
	}

}
