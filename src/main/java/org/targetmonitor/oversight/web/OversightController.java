package org.targetmonitor.oversight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.oversight.Acted;
import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.OrderAct;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.oversight.PlanOversight;
import org.targetmonitor.oversight.SupervisionOrder;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;

/** Accepted deviations and supervision orders over HTTP. */
@RestController
@RequestMapping("/api/plans/{plan}")
class OversightController {

	private final OversightDesk desk;

	private final Overseers overseers;

	private final Plans plans;

	private final Clock clock;

	OversightController(OversightDesk desk, Overseers overseers, Plans plans, Clock clock) {
		this.desk = desk;
		this.overseers = overseers;
		this.plans = plans;
		this.clock = clock;
	}

	/** An act on a deviation; {@code inForce} says whether it counts on the day. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record DeviationEntry(String indicator, int number, boolean inForce, @Nullable Deviation accepted,
			@Nullable String withdrawn, String author, Instant recordedAt, Instant knownFrom) {

		static DeviationEntry of(DeviationAct act, Oversight all, LocalDate today) {
			Deviation accepted = act.accepted();
			boolean inForce = accepted != null && all.last(act.indicator()).filter(act::equals).isPresent()
					&& all.accepted(act.indicator(), today).isPresent();
			return new DeviationEntry(act.indicator(), act.number(), inForce, accepted, act.reason(), act.author(),
					act.recordedAt(), act.knownFrom());
		}

	}

	/** An order with its acts. */
	record OrderEntry(int number, String indicator, String state, Text stateWords, LocalDate due, List<ActEntry> acts) {

		static OrderEntry of(PlanOversight.Order row) {
			SupervisionOrder order = row.order();
			return new OrderEntry(order.number(), order.indicator(), row.state().key(), row.state().words(),
					order.due(), order.acts().stream().map(ActEntry::of).toList());
		}

	}

	/**
	 * One act: {@code due} is the last day for a reply, {@code expected} what a reply
	 * promises.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ActEntry(int number, String act, @Nullable String cause, @Nullable String measure, @Nullable LocalDate due,
			@Nullable LocalDate expected, @Nullable String reason, String author, Instant recordedAt,
			Instant knownFrom) {

		static ActEntry of(OrderAct act) {
			boolean reply = act.kind() == OrderAct.Kind.REPLIED;
			return new ActEntry(act.number(), act.kind().key(), act.cause(), act.measure(), reply ? null : act.day(),
					reply ? act.day() : null, act.reason(), act.author(), act.recordedAt(), act.knownFrom());
		}

	}

	/** What was recorded. */
	record Result(String plan, int number) {
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = DeviationEntry.class))))
	@GetMapping("/deviations")
	@Operation(
			summary = "Every act on an accepted deviation of a plan, now or as known at a moment, and which counts then")
	ResponseEntity<Object> deviations(@PathVariable String plan, @RequestParam(required = false) @Nullable String asOf,
			Locale locale) {
		return known(plan, asOf, locale,
				(rows) -> rows.oversight()
					.deviations()
					.stream()
					.map((act) -> DeviationEntry.of(act, rows.oversight(), rows.today()))
					.toList());
	}

	@ApiResponse(responseCode = "201", description = "It counts from now on",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@PostMapping(path = "/deviations", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(
			summary = "Accept a deviation until a day (reviewer or plan-admin); it replaces the target's earlier one")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/DeviationSent"),
			examples = @ExampleObject("{\"indicator\":\"gdp\",\"cause\":\"…\",\"measure\":\"…\",\"expectation\":\"全年5.5%左右\",\"agreed-by\":\"区政府常务会议\",\"document\":\"…\",\"until\":\"2024-12-31\"}")))
	ResponseEntity<Object> accept(@PathVariable String plan, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		Node document = Bodies.read(body, MediaType.APPLICATION_JSON);
		return answer(plan, this.overseers.told(user, plan, indicator(document), "deviation-accepted",
				() -> this.desk.accept(plan, document, Overseers.of(user))), locale);
	}

	@ApiResponse(responseCode = "201", description = "It is withdrawn",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@PostMapping(path = "/deviations/{indicator}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Withdraw the deviation that counts now, with a reason")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/WithdrawalSent"),
			examples = @ExampleObject("{\"reason\":\"…\"}")))
	ResponseEntity<Object> withdraw(@PathVariable String plan, @PathVariable String indicator,
			@RequestBody(required = false) byte @Nullable [] body, @AuthenticationPrincipal SignedIn user,
			Locale locale) {
		Node document = Bodies.read(body, MediaType.APPLICATION_JSON);
		return answer(plan, this.overseers.told(user, plan, indicator, "deviation-withdrawn",
				() -> this.desk.withdraw(plan, indicator, document, Overseers.of(user))), locale);
	}

	@ApiResponse(responseCode = "200", description = "What was asked for",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					array = @ArraySchema(schema = @Schema(implementation = OrderEntry.class))))
	@GetMapping("/supervision-orders")
	@Operation(
			summary = "Every supervision order of a plan with its acts, the newest first, now or as known at a moment")
	ResponseEntity<Object> orders(@PathVariable String plan, @RequestParam(required = false) @Nullable String asOf,
			Locale locale) {
		return known(plan, asOf, locale, (rows) -> rows.orders().stream().map(OrderEntry::of).toList());
	}

	/** What was known of a plan at a moment, or why that cannot be told. */
	private ResponseEntity<Object> known(String id, @Nullable String asOf, Locale locale,
			Function<PlanOversight, Object> said) {
		Instant now = this.clock.instant();
		Optional<Plan> plan = plan(id);
		if (plan.isEmpty()) {
			return noPlan(id, locale);
		}
		Optional<Instant> moment = (asOf == null) ? Optional.of(now) : AsOf.read(asOf, now, plan.get().zone());
		if (moment.isEmpty()) {
			return Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, new Text("查询时点有误", "the moment is refused"),
					List.of(Fault.of("", "asOf", "moment", AsOf.refusal(String.valueOf(asOf)))), locale);
		}
		Plan then = this.plans.inForce(id, moment.get()).map(PlanFile::plan).orElse(plan.get());
		return ResponseEntity
			.ok(said.apply(new PlanOversight(then, this.desk.of(id).asOf(moment.get()), then.dayOf(moment.get()))));
	}

	@ApiResponse(responseCode = "201", description = "It is issued",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@PostMapping(path = "/supervision-orders", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Issue a supervision order (reviewer or plan-admin)")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/OrderSent"),
			examples = @ExampleObject("{\"indicator\":\"gdp\",\"cause\":\"…\",\"measure\":\"…\",\"due\":\"2024-11-15\"}")))
	ResponseEntity<Object> issue(@PathVariable String plan, @RequestBody(required = false) byte @Nullable [] body,
			@AuthenticationPrincipal SignedIn user, Locale locale) {
		Node document = Bodies.read(body, MediaType.APPLICATION_JSON);
		return answer(plan, this.overseers.told(user, plan, indicator(document), "order-issued",
				() -> this.desk.issue(plan, document, Overseers.of(user))), locale);
	}

	@ApiResponse(responseCode = "201", description = "It is recorded",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = Result.class)))
	@PostMapping(path = "/supervision-orders/{number}/{act}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(
			summary = "Reply (act replies: cause, measure, expected; the department's staff), return the reply (return: reason, due) or close the order (closing: reason)")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/OrderActSent"),
			examples = {
					@ExampleObject(name = "replies",
							value = "{\"cause\":\"…\",\"measure\":\"…\",\"expected\":\"2024-12-31\"}"),
					@ExampleObject(name = "return", value = "{\"reason\":\"…\",\"due\":\"2024-11-20\"}"),
					@ExampleObject(name = "closing", value = "{\"reason\":\"…\"}") }))
	ResponseEntity<Object> act(@PathVariable String plan, @PathVariable int number, @PathVariable String act,
			@RequestBody(required = false) byte @Nullable [] body, @AuthenticationPrincipal SignedIn user,
			Locale locale) {
		OrderAct.Kind kind = switch (act) {
			case "replies" -> OrderAct.Kind.REPLIED;
			case "return" -> OrderAct.Kind.RETURNED;
			case "closing" -> OrderAct.Kind.CLOSED;
			default -> null;
		};
		if (kind == null) {
			return Problems.answer(HttpStatus.NOT_FOUND,
					new Text("督办单可用 replies、return、closing", "an order takes replies, return and closing"), List.of(),
					locale);
		}
		Node document = Bodies.read(body, MediaType.APPLICATION_JSON);
		return answer(plan, this.overseers.told(user, plan, "order " + number, "order-" + kind.key(),
				() -> this.desk.act(plan, number, kind, document, Overseers.of(user))), locale);
	}

	private static ResponseEntity<Object> answer(String plan, Acted acted, Locale locale) {
		if (acted instanceof Acted.Done done) {
			return ResponseEntity.status(HttpStatus.CREATED).body(new Result(plan, done.number()));
		}
		return Problems.answer(Overseers.status(acted), Objects.requireNonNull(Overseers.title(acted)),
				Overseers.faults(acted), locale);
	}

	private static ResponseEntity<Object> noPlan(String plan, Locale locale) {
		return Problems.answer(HttpStatus.NOT_FOUND, Text.format("没有计划“%s”", "no plan \"%s\"", plan), List.of(),
				locale);
	}

	private Optional<Plan> plan(String plan) {
		return this.plans.inForce(plan, this.clock.instant()).map(PlanFile::plan);
	}

	private static String indicator(Node document) {
		return (document instanceof Node.Mapping mapping
				&& mapping.entries().get("indicator") instanceof Node.Scalar code) ? code.text() : "";
	}

}
