package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.WhatIf;

/** How a plan's targets stand, now or as known at an earlier moment. */
@RestController
class ProgressController {

	private final Standings standings;

	private final Present present;

	private final Clock clock;

	ProgressController(Standings standings, Present present, Clock clock) {
		this.standings = standings;
		this.present = present;
		this.clock = clock;
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = ProgressDocument.class)))
	@GetMapping("/api/plans/{plan}/progress")
	@Operation(
			summary = "Every target: actual, period, margin, status, overdue, since when, path, areas above, explanation")
	ResponseEntity<Object> progress(@PathVariable String plan, @RequestParam(required = false) @Nullable String asOf,
			Locale locale) {
		return answer(plan, asOf, locale,
				(standing, above) -> Optional.of(ResponseEntity.ok(ProgressDocument.of(standing, above))));
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = ExplanationDocument.class)))
	@GetMapping("/api/plans/{plan}/progress/{indicator}/explanation")
	@Operation(
			summary = "What gave one target its status: inputs with revisions, formula, rounding, bands, result, sentence")
	ResponseEntity<Object> explanation(@PathVariable String plan, @PathVariable String indicator,
			@RequestParam(required = false) @Nullable String asOf, Locale locale) {
		return answer(plan, asOf, locale, (standing, above) -> standing.target(indicator)
			.map((progress) -> ResponseEntity.ok(ExplanationDocument.of(standing, above, progress))));
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = WhatIfDocument.class)))
	@GetMapping("/api/plans/{plan}/progress/{indicator}/what-if")
	@Operation(
			summary = "Which rest of the year meets the target, and where the year ends with value (percent or the indicator's unit)")
	ResponseEntity<Object> whatIf(@PathVariable String plan, @PathVariable String indicator,
			@RequestParam(required = false) @Nullable String value,
			@RequestParam(required = false) @Nullable String asOf, Locale locale) {
		return answer(plan, asOf, locale, (standing, above) -> standing.target(indicator)
			.map((progress) -> whatIf(plan, progress, value, locale)));
	}

	private static ResponseEntity<Object> whatIf(String plan, TargetProgress progress, @Nullable String value,
			Locale locale) {
		if (value == null) {
			return ResponseEntity.ok(WhatIfDocument.of(plan, progress, null));
		}
		if (value.isBlank()) {
			return badValue("required", new Text("请填写一个数字", "type a number"), locale);
		}
		return switch (Numbers.read(value)) {
			case Numbers.NotANumber refused -> badValue(refused.rule(), refused.reason(), locale);
			case Numbers.Exact exact -> WhatIf.of(progress)
				.flatMap((whatIf) -> whatIf.refusal(exact.value()))
				.map((reason) -> badValue("range", reason, locale))
				.orElseGet(() -> ResponseEntity.ok(WhatIfDocument.of(plan, progress, exact.value())));
		};
	}

	private static ResponseEntity<Object> badValue(String rule, Text reason, Locale locale) {
		return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("数值有误", "the value is refused"),
				List.of(Fault.of("", "value", rule, reason)), locale);
	}

	private ResponseEntity<Object> answer(String plan, @Nullable String asOf, Locale locale,
			BiFunction<PlanStanding, List<PlanStanding>, Optional<ResponseEntity<Object>>> document) {
		Standing present = this.present.standing();
		present.requireReadable(plan);
		Optional<PlanStanding> standing = present.plan(plan);
		Instant moment = null;
		if (asOf != null) {
			ZoneId zone = standing.map((known) -> known.plan().zone()).orElse(ZoneOffset.UTC);
			moment = AsOf.read(asOf, this.clock.instant(), zone).orElse(null);
			if (moment == null) {
				return badMoment(asOf, locale);
			}
			standing = this.standings.asOf(plan, moment);
		}
		Instant asked = moment;
		if (standing.isEmpty()) {
			return Problems.answer(HttpStatus.NOT_FOUND, Text.format("没有计划“%s”", "no plan \"%s\"", plan), List.of(),
					locale);
		}
		return standing.flatMap((known) -> document.apply(known, this.standings.above(present, known, asked)))
			.orElseGet(() -> Problems.answer(HttpStatus.NOT_FOUND,
					new Text("计划中没有这项指标", "the plan has no such indicator"), List.of(), locale));
	}

	private static ResponseEntity<Object> badMoment(String asOf, Locale locale) {
		return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("查询时点有误", "the moment is refused"),
				List.of(Fault.of("", "asOf", "moment", AsOf.refusal(asOf))), locale);
	}

}
