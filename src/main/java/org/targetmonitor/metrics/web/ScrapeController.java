package org.targetmonitor.metrics.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.input.web.Turns;
import org.targetmonitor.metrics.Exposition;
import org.targetmonitor.metrics.Selection;

/**
 * The scrape address. It is a plain controller because Boot's own endpoint cannot hand
 * out bytes that are compressed already; Boot's is not exposed.
 */
@RestController
@Hidden
class ScrapeController {

	/** Two Prometheus, and one that was late, of each account; a slow reader is cut. */
	private static final int AT_ONCE = 8;

	private static final int OF_ONE_ACCOUNT = 4;

	/**
	 * Hundreds of parts are asked for in turn, and soon sent; one that is refused is
	 * missing.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final Set<String> MONITOR = Set.of("monitor");

	private static final Text REFUSED = new Text("查询参数有误", "the query is refused");

	private static final Fault PART = Fault.of("", "part", "choice",
			new Text("part 只可为 monitor", "part can be monitor only"));

	private static final Text BUSY = new Text("同时读取指标的请求过多，请稍后再试",
			"too many read the metrics at once; try again in a moment");

	private final Exposition exposition;

	private final JsonMapper json;

	private final PlainAnswers answers;

	private final Duration longest;

	private final Turns turns = new Turns(AT_ONCE, OF_ONE_ACCOUNT);

	ScrapeController(Exposition exposition, JsonMapper json, PlainAnswers answers,
			@Value("${targetmonitor.scrape-longest:15s}") Duration longest) {
		this.exposition = exposition;
		this.json = json;
		this.answers = answers;
		this.longest = longest;
	}

	/**
	 * All series, or those of plans ({@code plan}), of areas with what lies in them
	 * ({@code area}), of the monitor itself ({@code part=monitor}): each may be repeated,
	 * and what is asked for together comes together.
	 */
	@GetMapping("/actuator/prometheus")
	void scrape(@RequestHeader HttpHeaders headers, @RequestParam(defaultValue = "") Set<String> plan,
			@RequestParam(defaultValue = "") Set<String> area, @RequestParam(defaultValue = "") Set<String> part,
			Principal account, Locale locale, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Fault wrong = MONITOR.containsAll(part) ? blank(request) : PART;
		if (wrong != null) {
			this.answers.refuse(request, response, HttpStatus.BAD_REQUEST, REFUSED, wrong);
			return;
		}
		boolean whole = plan.isEmpty() && area.isEmpty() && part.isEmpty();
		Runnable turn = this.turns.take(account.getName(), whole ? Duration.ZERO : PATIENCE).orElse(null);
		if (turn == null) {
			busy(response, locale);
			return;
		}
		try {
			Exposition.Scrape scrape = this.exposition.scrape(ScrapeFormat.isOpenMetrics(headers),
					ScrapeFormat.takesGzip(headers), new Selection(plan, area, !part.isEmpty()));
			describe(scrape, response);
			Sending.begin(request.startAsync(), this.longest.toMillis(), scrape.body(), turn);
		}
		catch (Exposition.NothingThere ex) {
			turn.run();
			this.answers.refuse(request, response, HttpStatus.NOT_FOUND,
					Text.format("没有计划或地区“%1$s”", "there is no plan or area \"%1$s\"", String.valueOf(ex.getMessage())));
		}
		catch (IOException | RuntimeException ex) {
			turn.run();
			throw ex;
		}
	}

	/**
	 * The parts that several scrapes can share, each plan's and the monitor's own, as
	 * Prometheus' HTTP service discovery takes them; {@code instance} tells them apart.
	 */
	@GetMapping(path = "/actuator/prometheus/targets", produces = MediaType.APPLICATION_JSON_VALUE)
	List<ScrapeTarget> targets(HttpServletRequest request) {
		String address = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST),
				request.getServerName() + ":" + request.getServerPort());
		return Stream
			.concat(Stream.of(ScrapeTarget.ofMonitor(address, "monitor")),
					this.exposition.plans().stream().map((plan) -> ScrapeTarget.ofPlan(address, plan)))
			.toList();
	}

	/**
	 * A parameter without a value asks for nothing, and would be answered with
	 * everything.
	 */
	private static @Nullable Fault blank(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((given) -> Stream.of(given.getValue()).anyMatch(String::isBlank))
			.map((given) -> Fault.of("", given.getKey(), "blank",
					Text.format("%s 没有值", "%s has no value", given.getKey())))
			.findFirst()
			.orElse(null);
	}

	private static void describe(Exposition.Scrape scrape, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CONTENT_TYPE, scrape.contentType());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (scrape.gzipped()) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentLengthLong(scrape.body().length());
	}

	private void busy(HttpServletResponse response, Locale locale) throws IOException {
		Later.SOON.say(response);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(Problems.problem(Later.STATUS, BUSY, List.of(), locale)));
	}

}
