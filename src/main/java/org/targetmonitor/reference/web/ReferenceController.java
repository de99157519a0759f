package org.targetmonitor.reference.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.CsvRows;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceImport;
import org.targetmonitor.reference.ReferenceLedger;
import org.targetmonitor.reference.ReferenceRow;

/** Reference figures over HTTP, as JSON or CSV. */
@RestController
@RequestMapping("/api/reference-figures")
class ReferenceController {

	private static final String CSV = "text/csv";

	/** How many revisions are listed at a time. */
	private static final int REVISIONS = 1000;

	private final ReferenceDesk desk;

	private final ReferenceLedger ledger;

	private final Clock clock;

	private final ZoneId zone;

	ReferenceController(ReferenceDesk desk, ReferenceLedger ledger, Clock clock,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.desk = desk;
		this.ledger = ledger;
		this.clock = clock;
		this.zone = zone;
	}

	/** One revision. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Recorded(String area, @Nullable String areaName, String indicator, String measure, String unit,
			String period, int revision, String value, String status, String origin, LocalDate published,
			@Nullable String reason, String author, Instant recordedAt, Instant knownFrom) {

		static Recorded of(ReferenceFigure figure) {
			ReferenceFigure.Place place = figure.place();
			return new Recorded(place.area(), figure.areaName(), place.indicator(), place.measure().key(),
					figure.unit(), place.period().toString(), figure.number(), Numbers.plain(figure.value()),
					figure.status().name(), figure.origin(), figure.published(), figure.reason(), figure.author(),
					figure.recordedAt(), figure.knownFrom());
		}

	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							array = @ArraySchema(schema = @Schema(implementation = Recorded.class))),
					@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@GetMapping
	@Operation(
			summary = "Every revision of the figures of other areas, now or as known at a moment: JSON, 1000 at a time (the Link header names the next page), or CSV, all")
	ResponseEntity<Object> all(@RequestParam(required = false) @Nullable String area,
			@RequestParam(required = false) @Nullable String indicator,
			@RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable String asOf, @RequestParam(defaultValue = "json") String format,
			@RequestParam(defaultValue = "1") int page, Locale locale) {
		ReferenceQuery query = new ReferenceQuery(area, indicator, period, asOf);
		Instant now = this.clock.instant();
		List<Fault> faults = isBlank(area) || isBlank(asOf) ? List.of(Fault.of("", isBlank(area) ? "area" : "asOf",
				"required", new Text("查询条件不能为空", "a filter is not empty"))) : query.faults(now, this.zone);
		if (faults.isEmpty() && !List.of("json", "csv").contains(format)) {
			faults = List.of(Fault.of("", "format", "choice",
					Text.format("“%s”无效，可用：json, csv", "\"%s\" is none of: json, csv", format)));
		}
		if (!faults.isEmpty()) {
			return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("查询条件有误", "the question is refused"),
					faults, locale);
		}
		List<ReferenceFigure> found = query.of(this.ledger.all(), now, this.zone).revisions();
		return format.equals("csv") ? csv(found) : json(found, query, page);
	}

	private static boolean isBlank(@Nullable String filter) {
		return filter != null && filter.isBlank();
	}

	private static ResponseEntity<Object> csv(List<ReferenceFigure> found) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reference-figures.csv\"")
			.body(ReferenceCsv.of(found).getBytes(StandardCharsets.UTF_8));
	}

	private static ResponseEntity<Object> json(List<ReferenceFigure> found, ReferenceQuery query, int page) {
		Slice<Recorded> slice = Slice.of(found, page, REVISIONS).map(Recorded::of);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (slice.page() < slice.pages()) {
			answer.header(HttpHeaders.LINK,
					"<" + query.at("/api/reference-figures").with("page", slice.page() + 1) + ">; rel=\"next\"");
		}
		return answer.body((page > slice.pages()) ? List.of() : slice.rows());
	}

	@ApiResponse(responseCode = "201", description = "They are recorded",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Recorded.class))))
	@ApiResponse(responseCode = "200", description = "All of them were recorded already",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = Recorded.class))))
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
			@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(ref = "#/components/schemas/ReferenceFiguresSent")),
			@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@PostMapping(consumes = { MediaType.APPLICATION_JSON_VALUE, CSV })
	@Operation(
			summary = "Record figures of other areas (reviewer or plan-admin): a JSON list, or a CSV file with the same columns; all or nothing")
	ResponseEntity<Object> record(@RequestParam(required = false) @Nullable String reason,
			@RequestBody(required = false) byte @Nullable [] body,
			@Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		if (!ReferenceDesk.may(user.account())) {
			this.desk.forbidden(user);
			return Problems.answer(HttpStatus.FORBIDDEN, ReferenceDesk.FORBIDDEN, List.of(), locale);
		}
		try {
			return answer(this.desk.record(reading(type, body), reason, user), locale);
		}
		catch (Faulty ex) {
			return answer(this.desk.refuse(ex.faults(), user), locale);
		}
	}

	private static ReferenceRow.Reading reading(MediaType type, byte @Nullable [] body) {
		if (!type.isCompatibleWith(MediaType.parseMediaType(CSV))) {
			return ReferenceRow.read(Bodies.read(body, MediaType.APPLICATION_JSON));
		}
		ReferenceRow.Reader reader = ReferenceRow.Reader.ofTyped();
		CsvRows.read("reference-figures", (body != null) ? body : new byte[0], reader::accept);
		return reader.reading();
	}

	private static ResponseEntity<Object> answer(ReferenceImport.Result result, Locale locale) {
		return switch (result) {
			case ReferenceImport.Result.Recorded recorded ->
				ResponseEntity.status(recorded.revisions().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
					.body(recorded.revisions().stream().map(Recorded::of).toList());
			case ReferenceImport.Result.Refused refused ->
				Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, ReferenceDesk.REFUSED, refused.faults(), locale);
			case ReferenceImport.Result.Stale stale ->
				Problems.answer(HttpStatus.CONFLICT, ReferenceDesk.STALE, stale.faults(), locale);
		};
	}

}
