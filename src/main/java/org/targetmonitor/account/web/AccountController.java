package org.targetmonitor.account.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.input.Node;
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

	private final AccountChanges changes;

	AccountController(Accounts accounts, AccountChanges changes) {
		this.accounts = accounts;
		this.changes = changes;
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

	@GetMapping
	@Operation(summary = "All accounts with what they may do")
	List<Answer> all() {
		return this.accounts.all().stream().map(Answer::of).toList();
	}

	@Operation(
			summary = "Create an account or change it; of an account that is there, what is not named stays as it is")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/AccountSent"), examples = @ExampleObject(EXAMPLE)))
	@ApiResponse(responseCode = "200", description = "It is changed",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Answer.class)))
	@ApiResponse(responseCode = "201", description = "It is created",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Answer.class)))
	@PutMapping(path = "/{username}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> save(@PathVariable String username, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, HttpServletRequest request, Locale locale) {
		Node sent = Bodies.read(body, MediaType.APPLICATION_JSON);
		String chosen = AccountDocument.read(username, sent, null).password();
		AccountChanges.Password password = (chosen != null) ? new AccountChanges.Password.Chosen(chosen)
				: new AccountChanges.Password.Kept();
		// Whoever brings a password with the request has shown it; a session has not,
		// whatever else the header says
		boolean confirmed = OwnCredentials.areIn(request);
		return switch (this.changes.save(user, confirmed, username, password,
				(before) -> AccountDocument.read(username, sent, before))) {
			case AccountChanges.Outcome.Refused refused -> Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT,
					new Text("账号信息有误", "the account is refused"), refused.faults(), locale);
			case AccountChanges.Outcome.Saved saved ->
				ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
					.body(Answer.of(saved.account()));
		};
	}

}
