package org.targetmonitor.submission.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.submission.DecisionDocument;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Transition;

/** Lets reviewers approve a submission or return it. */
@RestController
@RequestMapping("/api/submissions/{id}")
class ReviewController {

	private final Reviews reviews;

	private final OutcomeTrail trail;

	ReviewController(Reviews reviews, OutcomeTrail trail) {
		this.reviews = reviews;
		this.trail = trail;
	}

	@ApiResponse(responseCode = "200", description = "They are approved",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Answers.Receipt.class)))
	@PostMapping("/approval")
	@Operation(summary = "Approve what of a submission still waits, or the figures that are named")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/ApprovalSent"),
			examples = @ExampleObject("{\"figures\": [\"gdp\"]}")))
	ResponseEntity<Object> approve(@PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		boolean all = body == null || new String(body, StandardCharsets.UTF_8).isBlank();
		return decide(id, all ? DecisionDocument.approvalOfAll()
				: DecisionDocument.approval(Bodies.read(body, MediaType.APPLICATION_JSON)), user, locale);
	}

	@ApiResponse(responseCode = "200", description = "They are returned",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Answers.Receipt.class)))
	@PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Return what of a submission still waits, or the figures that are named, each with its reason")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/ReturnSent"),
					examples = { @ExampleObject(name = "all", value = "{\"reason\": \"与统计公报不一致，请核对\"}"), @ExampleObject(
							name = "some",
							value = "{\"figures\": [{\"indicator\": \"gdp\", " + "\"reason\": \"与统计公报不一致，请核对\"}]}") }))
	ResponseEntity<Object> giveBack(@PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		return decide(id, DecisionDocument.giveBack(Bodies.read(body, MediaType.APPLICATION_JSON)), user, locale);
	}

	private ResponseEntity<Object> decide(UUID id, DecisionDocument document, SignedIn user, Locale locale) {
		AuditAction action = (document.decision().action() == Transition.Action.APPROVE) ? AuditAction.APPROVE
				: AuditAction.RETURN;
		Outcome outcome = this.trail.record(user.getUsername(), action, id.toString(),
				this.reviews.planOf(id).orElse(null),
				() -> document.faults().isEmpty() ? this.reviews.decide(id, reviewer(user), document.decision())
						: new Outcome.Refused(document.faults()));
		return Answers.review(outcome, locale);
	}

	private static Reviews.Reviewer reviewer(SignedIn user) {
		return new Reviews.Reviewer(user.getUsername(), (plan) -> user.account().may(Role.REVIEWER, plan));
	}

}
