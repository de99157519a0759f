package org.targetmonitor.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
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

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Reviews;

/** Lets reviewers approve a submission or return it. */
@RestController
@RequestMapping("/api/submissions/{id}")
class ReviewController {

	private final Reviews reviews;

	ReviewController(Reviews reviews) {
		this.reviews = reviews;
	}

	@PostMapping("/approval")
	@Operation(summary = "Approve what of a submission still waits")
	ResponseEntity<Object> approve(@PathVariable UUID id, @AuthenticationPrincipal SignedIn user, Locale locale) {
		return Answers.review(this.reviews.approve(id, reviewer(user)), locale);
	}

	@PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Return what of a submission still waits, with a reason")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"),
					examples = @ExampleObject("{\"reason\": \"与统计公报不一致，请核对\"}")))
	ResponseEntity<Object> giveBack(@PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(Bodies.read(body, MediaType.APPLICATION_JSON), "", "return", faults);
		String reason = fields.requiredText("reason");
		fields.refuseOthers();
		Outcome outcome = faults.isEmpty() ? this.reviews.giveBack(id, reviewer(user), reason)
				: new Outcome.Refused(faults);
		return Answers.review(outcome, locale);
	}

	private static Reviews.Reviewer reviewer(SignedIn user) {
		return new Reviews.Reviewer(user.getUsername(), (plan) -> user.account().may(Role.REVIEWER, plan));
	}

}
