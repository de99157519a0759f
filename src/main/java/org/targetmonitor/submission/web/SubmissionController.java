package org.targetmonitor.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.SubmissionDocument;
import org.targetmonitor.submission.Submissions;

/** Takes submissions as JSON. */
@RestController
class SubmissionController {

	private static final String EXAMPLE = """
			{"period": "2024-Q3", "reason": null, "figures": [{"indicator": "gdp", "value": "4.8", "level": "949746",
			"quarter-value": "4.6", "status": "P", "kind": null, "replaces": null, "origin": "国家统计局", "note": null}]}
			""";

	private static final int LONGEST_KEY = 200;

	private static final Pattern KEY = Pattern.compile("[ -~]{0," + LONGEST_KEY + "}");

	private final Submissions submissions;

	private final OutcomeTrail trail;

	SubmissionController(Submissions submissions, OutcomeTrail trail) {
		this.submissions = submissions;
		this.trail = trail;
	}

	@ApiResponse(responseCode = "201", description = "Everything is recorded; the same for a key that was sent before",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Answers.Receipt.class)))
	@PostMapping(path = "/api/plans/{plan}/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Hand in figures for one period: all or nothing")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/SubmissionSent"), examples = @ExampleObject(EXAMPLE)))
	ResponseEntity<Object> submit(@PathVariable String plan, @RequestBody(required = false) byte @Nullable [] body,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		SubmissionDocument.Reading reading = SubmissionDocument.read(Bodies.read(body, MediaType.APPLICATION_JSON));
		List<Fault> faults = new ArrayList<>(reading.faults());
		if (key != null && !KEY.matcher(key).matches()) {
			faults.add(Fault.of("", "Idempotency-Key", "idempotency-key",
					Text.format("Idempotency-Key 最多%d个字符，且只可用 ASCII 可见字符和空格",
							"an Idempotency-Key has at most %d characters, printable ASCII only", LONGEST_KEY)));
		}
		Submissions.IdempotencyKey once = key(key, body);
		Outcome outcome = this.trail.record(user.getUsername(), AuditAction.SUBMIT, null, plan,
				() -> faults.isEmpty()
						? this.submissions.submit(plan, reading.submission(), Authors.of(user.account()), once)
						: new Outcome.Refused(faults));
		return Answers.submission(outcome, locale);
	}

	private static Submissions.@Nullable IdempotencyKey key(@Nullable String key, byte @Nullable [] body) {
		if (key == null || key.isBlank() || body == null) {
			return null;
		}
		return new Submissions.IdempotencyKey(key.strip(), Digests.sha256(body));
	}

}
