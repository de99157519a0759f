package org.targetmonitor.plan.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Plans;

/** Lists plans. */
@RestController
class PlanListController {

	/** How many plans are listed at a time. */
	private static final int PLANS = 500;

	private final Plans plans;

	private final Clock clock;

	PlanListController(Plans plans, Clock clock) {
		this.plans = plans;
		this.clock = clock;
	}

	/** A plan in the list. */
	record Summary(String plan, Text title, Text area, int year, boolean open, boolean invented, int targets) {

		static Summary of(Plan plan, Clock clock) {
			return new Summary(plan.id(), plan.title(), plan.area().name(), plan.year(), plan.isOpen(clock.instant()),
					plan.invented(), plan.targets().size());
		}

	}

	@GetMapping("/api/plans")
	@Operation(
			summary = "Plans, 500 at a time: of an area and what lies in it, of a year; the Link header names the next page")
	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Summary.class))))
	ResponseEntity<Object> all(@RequestParam(required = false) @Nullable String area,
			@RequestParam(required = false) @Nullable Integer year, @RequestParam(defaultValue = "1") int page,
			Locale locale) {
		if (area != null && !Area.isCode(area)) {
			return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("地区代码有误", "the area is refused"),
					List.of(Fault.of("", "area", "area", Area.refusal(area))), locale);
		}
		List<Summary> found = this.plans.readable(this.clock.instant())
			.stream()
			.filter((plan) -> area == null || plan.area().isWithin(area))
			.filter((plan) -> year == null || plan.year() == year)
			.map((plan) -> Summary.of(plan, this.clock))
			.toList();
		Slice<Summary> slice = Slice.of(found, page, PLANS);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (slice.page() < slice.pages()) {
			answer.header(HttpHeaders.LINK,
					"<" + new Address("/api/plans", Map.of()).with("area", area)
						.with("year", year)
						.with("page", slice.page() + 1) + ">; rel=\"next\"");
		}
		return answer.body((page > slice.pages()) ? List.of() : slice.rows());
	}

}
