package org.targetmonitor.plan.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.input.web.Turns;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanEffects;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanRevision;
import org.targetmonitor.plan.Plans;

/**
 * Shows a plan in the format it is written in, and records new ones and their changes.
 */
@RestController
@RequestMapping("/api/plans")
class PlanController {

	private static final Text BUSY = new Text("同时读取历次修订的请求过多，请稍后再试",
			"too many read a plan's revisions at once; try again in a moment");

	/** How long one waits for others who read a whole history. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Each holds every revision of a plan. */
	private final Turns histories = new Turns(2, 2);

	private static final String YAML = "application/yaml";

	private final Plans plans;

	private final Clock clock;

	private final PlanTrail trail;

	private final PlanNeighbours neighbours;

	PlanController(Plans plans, Clock clock, PlanTrail trail, PlanNeighbours neighbours) {
		this.plans = plans;
		this.neighbours = neighbours;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * What a request did.
	 *
	 * @param heading whether the plan's heading, in which its tasks and commitments
	 * stand, is new or another one
	 * @param otherVerdicts the verdicts of other plans that are others by it
	 */
	record Result(String plan, String outcome, boolean heading, List<String> targets,
			List<PlanEffects.Effect> otherVerdicts) {
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(type = "object", description = "A plan file")))
	@ApiResponse(responseCode = "304", description = "It is what If-None-Match names", content = @Content)
	@GetMapping(path = "/{plan}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "One plan with its targets, in the format of a plan file")
	ResponseEntity<Object> one(@PathVariable String plan, Locale locale) {
		return this.plans.inForce(plan, this.clock.instant())
			.<ResponseEntity<Object>>map((file) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.eTag(PlanTag.of(Optional.of(file)))
				.body(JsonTree.write(file.document()).getBytes(StandardCharsets.UTF_8)))
			.orElseGet(() -> Problems.answer(HttpStatus.NOT_FOUND, Text.format("没有计划“%s”", "no plan \"%s\"", plan),
					List.of(), locale));
	}

	/** A revision; {@code target} is null for the plan's heading. */
	record Change(@Nullable String target, int revision, String kind, List<PlanDifference.Line> changes,
			@Nullable String reason, @Nullable String document, @Nullable LocalDate documentDate, String author,
			Instant recordedAt, Instant knownFrom) {

		static Change of(PlanRevision revision) {
			PlanDifference difference = revision.difference();
			return new Change(difference.part().isEmpty() ? null : difference.part(), revision.number(),
					difference.kind(), difference.lines(), revision.reason(), revision.grounds().document(),
					revision.grounds().documentDate(), revision.author(), revision.recordedAt(), revision.knownFrom());
		}

	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Change.class))))
	@GetMapping("/{plan}/revisions")
	@Operation(
			summary = "Every revision of heading and targets: who, when, why, by which document, and what differs from the one before")
	ResponseEntity<Object> revisions(@PathVariable String plan, Locale locale, HttpServletResponse response) {
		Optional<Runnable> turn = this.histories.take("", PATIENCE);
		if (turn.isEmpty()) {
			Later.SOON.say(response);
			return Problems.answer(Later.STATUS, BUSY, List.of(), locale);
		}
		List<Change> changes;
		try {
			changes = this.plans.revisions(plan).stream().map(Change::of).toList();
		}
		finally {
			turn.get().run();
		}
		return changes.isEmpty() ? Problems.answer(HttpStatus.NOT_FOUND,
				Text.format("没有计划“%s”", "no plan \"%s\"", plan), List.of(), locale) : ResponseEntity.ok(changes);
	}

	@ApiResponse(responseCode = "200", description = "It is revised, or was the same already",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@ApiResponse(responseCode = "201", description = "It is created",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@ApiResponse(responseCode = "412", description = "It was changed since it was read",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/Problem")))
	@PutMapping(path = "/{plan}", consumes = { YAML, MediaType.APPLICATION_JSON_VALUE })
	@Operation(
			summary = "Create a plan, or record changed targets (with a reason; what a target is judged by, in a year that has begun, with a document); If-Match with the ETag of the plan that was read refuses what was changed meanwhile (412)")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			description = "A plan file; its format is described in docs/plan-files.md and by plans/plan.schema.json",
			content = { @Content(mediaType = YAML, schema = @Schema(type = "object")),
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")) })
	ResponseEntity<Object> put(@PathVariable String plan, @RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String document,
			@RequestParam(name = "document-date", required = false) @Nullable String documentDate,
			@Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
			@RequestBody(required = false) byte @Nullable [] body, @AuthenticationPrincipal SignedIn user,
			Locale locale) {
		if (!user.account().may(Role.PLAN_ADMIN, plan)) {
			Text words = new Text("您的账号不能管理该计划", "your account does not keep this plan");
			this.trail.refused(user.getUsername(), plan, List.of(Fault.of("", "plan", "permission", words)));
			return Problems.answer(HttpStatus.FORBIDDEN, words, List.of(), locale);
		}
		PlanFile file;
		try {
			file = PlanFile.read(Bodies.read(body, type), plan);
		}
		catch (Faulty ex) {
			return refused(user, plan, ex.faults(), locale);
		}
		catch (Unparsable ex) {
			this.trail.refused(user.getUsername(), plan, List.of(Fault.of("", "", "document", ex.reason())));
			throw ex;
		}
		if (!file.plan().id().equals(plan)) {
			return refused(
					user, plan, List.of(
							Fault.of("", "plan", "plan",
									Text.format("文件中的计划代码“%s”与地址不一致",
											"the file is of plan \"%s\", the address of another", file.plan().id()))),
					locale);
		}
		List<Fault> faults = new ArrayList<>();
		Instant now = this.clock.instant();
		Grounds grounds = Grounds.read(reason, document, documentDate, file.plan().dayOf(now), faults);
		faults.addAll(this.neighbours.faults(file, now));
		if (!faults.isEmpty()) {
			return refused(user, plan, faults, locale);
		}
		List<PlanEffects.Effect> effects = this.neighbours.effects(file.plan());
		return answer(plan, this.trail.record(user.getUsername(), plan, grounds,
				() -> record(file, seen, grounds, user.getUsername(), now)), effects, locale);
	}

	/** Where something was seen before, nothing is recorded over anything else. */
	private Plans.Recorded record(PlanFile file, @Nullable String seen, Grounds grounds, String author, Instant now) {
		Optional<PlanFile> before = (seen != null) ? this.plans.inForce(file.plan().id(), now) : Optional.empty();
		return (seen != null && !PlanTag.matches(seen, before)) ? new Plans.Recorded.ChangedMeanwhile()
				: this.plans.record(file, before.orElse(null), grounds, author, now);
	}

	private ResponseEntity<Object> refused(SignedIn user, String plan, List<Fault> faults, Locale locale) {
		this.trail.refused(user.getUsername(), plan, faults);
		return refused(faults, locale);
	}

	private static ResponseEntity<Object> answer(String plan, Plans.Recorded recorded, List<PlanEffects.Effect> effects,
			Locale locale) {
		return switch (recorded) {
			case Plans.Recorded.Created created -> ResponseEntity.status(HttpStatus.CREATED)
				.body(new Result(plan, "created", true, created.indicators(), effects));
			case Plans.Recorded.Revised revised ->
				ResponseEntity.ok(new Result(plan, "revised", revised.heading(), revised.indicators(), effects));
			case Plans.Recorded.Unchanged unchanged ->
				ResponseEntity.ok(new Result(plan, "unchanged", false, List.of(), List.of()));
			case Plans.Recorded.ReasonMissing missing -> refused(List.of(Fault.of("", "reason", "required",
					new Text("修改目标须说明原因（查询参数 reason）", "a change of targets needs a reason (query parameter reason)"))),
					locale);
			case Plans.Recorded.DocumentMissing missing -> refused(PlanTrail.documentMissing(missing), locale);
			case Plans.Recorded.Relabels relabels -> refused(relabels.faults(), locale);
			case Plans.Recorded.AnotherPlan another -> refused(
					List.of(Fault.of("", "year", "another-plan",
							new Text("年度、地区或时区与已有计划不同：请另起计划代码",
									"year, area or time zone differ from the plan's: give it a code of its own"))),
					locale);
			case Plans.Recorded.ClosesInThePast past -> refused(List.of(PlanTrail.CLOSES_IN_THE_PAST), locale);
			case Plans.Recorded.ChangedMeanwhile changed ->
				Problems.answer(HttpStatus.PRECONDITION_FAILED, PlanTrail.CHANGED_MEANWHILE, List.of(), locale);
			case Plans.Recorded.Closed closed -> Problems.answer(HttpStatus.CONFLICT,
					new Text("计划已关闭，目标不能再修改", "the plan is closed, its targets are not changed any more"), List.of(),
					locale);
		};
	}

	private static ResponseEntity<Object> refused(List<Fault> faults, Locale locale) {
		return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT,
				new Text("计划文件有误，未作任何保存", "the plan is refused, nothing is stored"), faults, locale);
	}

}
