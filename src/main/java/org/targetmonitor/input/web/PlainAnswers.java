package org.targetmonitor.input.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Answers that are given where no controller is: at the door, by the sign-in, and by the
 * server itself. A bare page to people, a problem to programs, each in the reader's
 * language, and a line in the log.
 */
@Component
public class PlainAnswers {

	private static final Logger log = LoggerFactory.getLogger(PlainAnswers.class);

	private static final int LONGEST_IN_THE_LOG = 200;

	private static final Text TITLE = new Text("页面无法显示", "The page cannot be shown");

	private static final Text BACK = new Text("返回总览", "Back to the overview");

	private final JsonMapper json;

	private final LocaleResolver locales;

	public PlainAnswers(JsonMapper json, LocaleResolver locales) {
		this.json = json;
		this.locales = locales;
	}

	/** What is sent. */
	public record Body(String contentType, String text) {
	}

	/** Whether somebody in front of a browser waits for a page. */
	public static boolean isForPeople(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	/** Refuses a request for one thing that is wrong with it. */
	public void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text words,
			Fault fault) throws IOException {
		told(request, status.value(), fault.reason());
		write(response, status, isForPeople(request) ? page(fault.reason(), locale(request))
				: problem(request, status, words, List.of(fault)));
	}

	/** Refuses what was asked for, without looking at the request any further. */
	public void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text words)
			throws IOException {
		told(request, status.value(), words);
		write(response, status, body(request, status, words));
	}

	/**
	 * Answers with a problem, whoever asks; what is usual is not worth a line in the log.
	 */
	public void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text words)
			throws IOException {
		write(response, status, problem(request, status, words, List.of()));
	}

	private static void write(HttpServletResponse response, HttpStatus status, Body body) throws IOException {
		response.setStatus(status.value());
		response.setContentType(body.contentType());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.getOutputStream().write(body.text().getBytes(StandardCharsets.UTF_8));
	}

	/** One line for whoever keeps the monitor; nothing in it can begin another line. */
	public static void told(HttpServletRequest request, int status, Text words) {
		String address = String.valueOf(request.getRequestURI()).replaceAll("[^\\x20-\\x7e]", "?");
		log.info("{} {}: {} {}", request.getMethod(),
				address.substring(0, Math.min(LONGEST_IN_THE_LOG, address.length())), status, words.en());
	}

	/** The page or the problem. */
	public Body body(HttpServletRequest request, HttpStatus status, Text words) {
		return isForPeople(request) ? page(words, locale(request)) : problem(request, status, words, List.of());
	}

	private Body problem(HttpServletRequest request, HttpStatus status, Text words, List<Fault> faults) {
		ProblemDetail problem = Problems.problem(status, words, faults, locale(request));
		problem.setInstance(Problems.instance(request.getRequestURI()));
		return new Body(MediaType.APPLICATION_PROBLEM_JSON_VALUE, this.json.writeValueAsString(problem));
	}

	private static Body page(Text words, Locale locale) {
		return new Body("text/html;charset=UTF-8", """
				<!DOCTYPE html>
				<html lang="%s">
				<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%2$s</title><link rel="stylesheet" href="/assets/monitor.css"></head>
				<body><main id="main"><h1>%2$s</h1><p>%3$s</p><p><a href="/">%4$s</a></p></main></body>
				</html>
				""".formatted(locale.getLanguage().equals("en") ? "en" : "zh-CN", TITLE.in(locale),
				HtmlUtils.htmlEscape(words.in(locale), "UTF-8"), BACK.in(locale)));
	}

	/** Of a request that cannot be read there may be no language either. */
	private Locale locale(HttpServletRequest request) {
		try {
			return this.locales.resolveLocale(request);
		}
		catch (RuntimeException ex) {
			return Locale.SIMPLIFIED_CHINESE;
		}
	}

}
