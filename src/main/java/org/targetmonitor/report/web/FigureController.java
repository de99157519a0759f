package org.targetmonitor.report.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.web.Authors;

/** A plan's figures with their revisions, in several formats. */
@RestController
class FigureController {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

	private static final MediaType SDMX_CSV = MediaType.parseMediaType("application/vnd.sdmx.data+csv;version=2.0.0");

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final Standings standings;

	private final Present present;

	private final Clock clock;

	private final AuditTrail trail;

	FigureController(Standings standings, Present present, Clock clock, AuditTrail trail) {
		this.standings = standings;
		this.present = present;
		this.trail = trail;
		this.clock = clock;
	}

	@ApiResponse(responseCode = "200", description = "In the format asked for", content = {
			@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = FigureTable.Row.class))),
			@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
			@Content(mediaType = "application/vnd.sdmx.data+csv;version=2.0.0", schema = @Schema(type = "string")),
			@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
					schema = @Schema(type = "string", format = "binary")) })
	@GetMapping("/api/plans/{plan}/figures")
	@Operation(summary = "Figures with revisions: format json, csv, sdmx-csv or xlsx")
	ResponseEntity<Object> figures(@PathVariable String plan, @RequestParam(required = false) @Nullable String asOf,
			@RequestParam(defaultValue = "json") String format, @AuthenticationPrincipal SignedIn user, Locale locale) {
		Instant now = this.clock.instant();
		Standing present = this.present.standing();
		present.requireReadable(plan);
		Optional<PlanStanding> known = present.plan(plan);
		ZoneId zone = known.map((standing) -> standing.plan().zone()).orElse(ZoneOffset.UTC);
		Optional<Instant> moment = (asOf != null) ? AsOf.read(asOf, now, zone) : Optional.of(now);
		if (moment.isEmpty()) {
			return refused("asOf", AsOf.refusal(String.valueOf(asOf)), locale);
		}
		Optional<PlanStanding> standing = (asOf != null) ? this.standings.asOf(plan, moment.get()) : known;
		if (standing.isEmpty()) {
			return Problems.answer(HttpStatus.NOT_FOUND, Text.format("没有计划“%s”", "no plan \"%s\"", plan), List.of(),
					locale);
		}
		ResponseEntity<Object> answer = answer(standing.get().seenBy(Authors.sight(user.account())), format, locale);
		if (answer.getHeaders().containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
			this.trail.record(user.getUsername(), AuditAction.EXPORT, true, "figures", plan,
					(asOf != null) ? format + ", as of " + asOf : format);
		}
		return answer;
	}

	private static ResponseEntity<Object> answer(PlanStanding standing, String format, Locale locale) {
		FigureTable table = FigureTable.of(standing.plan(), standing.figures());
		return switch (format) {
			case "json" -> ResponseEntity.ok(table.rows());
			case "csv" -> file(CSV, standing, "csv", FigureFormats.csv(table));
			case "sdmx-csv" -> file(SDMX_CSV, standing, "sdmx.csv", FigureFormats.sdmxCsv(table));
			case "xlsx" ->
				file(XLSX, standing, "xlsx", FigureFormats.xlsx(table, standing.inventedNotice().orElse(null), locale));
			default -> refused("format", Text.format("“%s”无效，可用：json、csv、sdmx-csv、xlsx",
					"\"%s\" is none of json, csv, sdmx-csv, xlsx", format), locale);
		};
	}

	private static ResponseEntity<Object> file(MediaType type, PlanStanding standing, String ending, byte[] body) {
		String name = standing.plan().id() + (standing.plan().invented() ? "-invented" : "") + "." + ending;
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(body);
	}

	private static ResponseEntity<Object> refused(String field, Text reason, Locale locale) {
		return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("查询条件有误", "the query is refused"),
				List.of(Fault.of("", field, "query", reason)), locale);
	}

}
