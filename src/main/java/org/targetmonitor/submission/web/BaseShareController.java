package org.targetmonitor.submission.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShareImport;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.BaseShareRow;
import org.targetmonitor.input.tree.CsvRows;

/** Base shares over HTTP, as JSON or as the CSV file they come in. */
@RestController
@RequestMapping("/api/plans/{plan}/base-shares")
class BaseShareController {

	private static final String CSV = "text/csv";

	private final BaseShareImport shares;

	private final BaseShareLedger ledger;

	private final Plans plans;

	private final AuditTrail trail;

	private final Clock clock;

	BaseShareController(BaseShareImport shares, BaseShareLedger ledger, Plans plans, AuditTrail trail, Clock clock) {
		this.shares = shares;
		this.ledger = ledger;
		this.plans = plans;
		this.trail = trail;
		this.clock = clock;
	}

	/** One revision; the share is a part of 1. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Recorded(String indicator, String period, int revision, String share, String origin, @Nullable String reason,
			String author, Instant recordedAt, Instant knownFrom) {

		static Recorded of(BaseShare share) {
			return new Recorded(share.indicator(), share.period().toString(), share.number(),
					Numbers.plain(share.share()), share.origin(), share.reason(), share.author(), share.recordedAt(),
					share.knownFrom());
		}

	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Recorded.class))))
	@GetMapping
	@Operation(summary = "Every revision of a plan's base shares, now or as known at a moment")
	ResponseEntity<Object> all(@PathVariable String plan, @RequestParam(required = false) @Nullable String asOf,
			Locale locale) {
		Instant now = this.clock.instant();
		Optional<ZoneId> zone = this.plans.inForce(plan, now).map(PlanFile::plan).map((known) -> known.zone());
		if (zone.isEmpty()) {
			return noPlan(plan, locale);
		}
		Optional<Instant> moment = (asOf == null) ? Optional.of(now)
				: AsOf.read(asOf, now, zone.orElse(ZoneOffset.UTC));
		return moment
			.<ResponseEntity<Object>>map((known) -> ResponseEntity
				.ok(this.ledger.of(plan).asOf(known).revisions().stream().map(Recorded::of).toList()))
			.orElseGet(
					() -> refused(List.of(Fault.of("", "asOf", "moment", AsOf.refusal(String.valueOf(asOf)))), locale));
	}

	@ApiResponse(responseCode = "201", description = "They are recorded",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Recorded.class))))
	@ApiResponse(responseCode = "200", description = "All of them were recorded already",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Recorded.class))))
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
			@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/BaseSharesSent")),
			@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@PostMapping(consumes = { MediaType.APPLICATION_JSON_VALUE, CSV })
	@Operation(
			summary = "Record base shares (reviewer or plan-admin): a JSON list of {indicator, period, share, known-from, origin}, or a CSV file with these columns; all or nothing")
	ResponseEntity<Object> record(@PathVariable String plan, @RequestParam(required = false) @Nullable String reason,
			@RequestBody(required = false) byte @Nullable [] body,
			@Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		if (!user.account().may(Role.REVIEWER, plan) && !user.account().may(Role.PLAN_ADMIN, plan)) {
			told(user, plan, false, "base-shares-forbidden");
			return Problems.answer(HttpStatus.FORBIDDEN, new Text("只有该计划的审核人或计划管理员可以录入基期比重",
					"only the plan's reviewers and administrators record base shares"), List.of(), locale);
		}
		try {
			BaseShareRow.Reading reading = reading(plan, type, body);
			return answer(plan, told(user, plan, () -> recorded(plan, reading, reason, user)), locale);
		}
		catch (Faulty ex) {
			return answer(plan, told(user, plan, () -> new BaseShareImport.Result.Refused(ex.faults())), locale);
		}
	}

	private static BaseShareRow.Reading reading(String plan, MediaType type, byte @Nullable [] body) {
		if (!type.isCompatibleWith(MediaType.parseMediaType(CSV))) {
			return BaseShareRow.read(Bodies.read(body, MediaType.APPLICATION_JSON), plan);
		}
		BaseShareRow.Reader reader = new BaseShareRow.Reader(plan);
		CsvRows.read("base-shares", (body != null) ? body : new byte[0], reader::accept);
		return reader.reading();
	}

	private BaseShareImport.Result recorded(String plan, BaseShareRow.Reading reading, @Nullable String reason,
			SignedIn user) {
		return reading.faults().isEmpty() ? this.shares.record(plan, reading.rows(), reason, user.getUsername())
				: new BaseShareImport.Result.Refused(reading.faults());
	}

	private static ResponseEntity<Object> answer(String plan, BaseShareImport.Result result, Locale locale) {
		return switch (result) {
			case BaseShareImport.Result.Recorded recorded ->
				ResponseEntity.status(recorded.revisions().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
					.body(recorded.revisions().stream().map(Recorded::of).toList());
			case BaseShareImport.Result.Refused refused -> refused(refused.faults(), locale);
			case BaseShareImport.Result.NoSuchPlan none -> noPlan(plan, locale);
		};
	}

	/** Carries it out and tells the audit what became of it, or does neither. */
	private BaseShareImport.Result told(SignedIn user, String plan, Supplier<BaseShareImport.Result> act) {
		return this.trail.together(() -> {
			BaseShareImport.Result result = act.get();
			switch (result) {
				case BaseShareImport.Result.Recorded recorded ->
					told(user, plan, true, "base-shares " + recorded.revisions().size());
				case BaseShareImport.Result.Refused refused -> told(user, plan, false, rules(refused.faults()));
				case BaseShareImport.Result.NoSuchPlan none -> told(user, plan, false, "base-shares-unknown");
			}
			return result;
		});
	}

	private static String rules(List<Fault> faults) {
		return Faults.listed(faults)
			.stream()
			.map((fault) -> fault.field() + " " + fault.rule())
			.distinct()
			.collect(Collectors.joining(", ", "base-shares-rules; ", ""));
	}

	private void told(SignedIn user, String plan, boolean succeeded, String detail) {
		this.trail.record(user.getUsername(), AuditAction.PLAN, succeeded, plan, plan, detail);
	}

	private static ResponseEntity<Object> refused(List<Fault> faults, Locale locale) {
		return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT,
				new Text("基期比重有误，未作任何保存", "the base shares are refused, nothing is stored"), faults, locale);
	}

	private static ResponseEntity<Object> noPlan(String plan, Locale locale) {
		return Problems.answer(HttpStatus.NOT_FOUND, Text.format("没有计划“%s”", "no plan \"%s\"", plan), List.of(),
				locale);
	}

}
