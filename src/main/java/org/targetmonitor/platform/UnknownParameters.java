package org.targetmonitor.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Refuses query parameters that an address does not know, as unknown keys of a document
 * are refused: whoever misspells {@code asOf} is not to be answered with today's figures,
 * and whoever asks for a dry run is not to find it stored.
 *
 * <p>
 * Programs are told of every one. Links to pages get parameters added by mail programs
 * and messengers, which ask for nothing: of a page only those are refused that misspell
 * one of its own, or ask what another page can answer.
 */
final class UnknownParameters implements HandlerInterceptor {

	private static final String LANGUAGE = "lang";

	/**
	 * What narrows or moves a page; where it is not known, the page would show too much.
	 */
	private static final Set<String> QUESTIONS = Set.of("asof", "plan", "area", "year", "department", "period",
			"indicator");

	private final PlainAnswers answers;

	UnknownParameters(PlainAnswers answers) {
		this.answers = answers;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)
				|| !method.getBeanType().getName().startsWith("org.targetmonitor.") || takesAny(method)) {
			return true;
		}
		Set<String> known = known(method);
		Optional<String> unknown = QueryString.names(request.getQueryString())
			.stream()
			.filter((name) -> !known.contains(name) && (isForPrograms(request) || isMeant(name, known)))
			.findFirst();
		if (unknown.isPresent()) {
			return refused(request, response,
					Fault.of("", unknown.get(), "unknown-parameter", words(unknown.get(), known)));
		}
		Optional<String> empty = isForPrograms(request) ? emptyNumber(request, method) : Optional.empty();
		if (empty.isPresent()) {
			return refused(request, response, Fault.of("", empty.get(), "number", Text.format("查询参数“%s”没有值，应为整数",
					"the query parameter \"%s\" is empty, it must be a whole number", empty.get())));
		}
		return true;
	}

	private boolean refused(HttpServletRequest request, HttpServletResponse response, Fault fault) throws IOException {
		this.answers.refuse(request, response, HttpStatus.BAD_REQUEST,
				new Text("查询参数有误，未作任何处理", "the query is refused, nothing was done"), fault);
		return false;
	}

	/**
	 * A number that is asked for and not given: a form leaves it empty, a program that
	 * does so has lost it on the way.
	 */
	private static Optional<String> emptyNumber(HttpServletRequest request, HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> Number.class
				.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(parameter.getParameterType())))
			.flatMap(UnknownParameters::names)
			.filter((name) -> {
				String[] given = request.getParameterValues(name);
				return given != null && Arrays.stream(given).anyMatch(String::isBlank);
			})
			.findFirst();
	}

	private static boolean isForPrograms(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/")
				|| request.getRequestURI().startsWith("/actuator/prometheus");
	}

	/**
	 * Whether it was typed to ask something: it is one of the known, but for its
	 * spelling.
	 */
	private static boolean isMeant(String name, Set<String> known) {
		String folded = folded(name);
		return QUESTIONS.contains(folded) || known.stream().map(UnknownParameters::folded).anyMatch(folded::equals);
	}

	private static String folded(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
	}

	private static Text words(String name, Set<String> known) {
		String others = known.stream().filter((each) -> !each.equals(LANGUAGE)).collect(Collectors.joining(", "));
		return others.isEmpty()
				? Text.format("无法识别的查询参数“%s”，此地址没有查询参数", "unknown query parameter \"%s\", this address takes none",
						name)
				: Text.format("无法识别的查询参数“%s”，可用：%s", "unknown query parameter \"%s\", there are: %s", name, others);
	}

	/** Whether the address reads whatever a form holds. */
	private static boolean takesAny(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestParam.class)
					&& Map.class.isAssignableFrom(parameter.getParameterType()));
	}

	private static Set<String> known(HandlerMethod method) {
		Set<String> known = new TreeSet<>(Set.of(LANGUAGE));
		Arrays.stream(method.getMethodParameters()).flatMap(UnknownParameters::names).forEach(known::add);
		return known;
	}

	/** Its own name, or, of a record that holds several, theirs. */
	private static Stream<String> names(MethodParameter parameter) {
		RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
		if (asked != null) {
			String name = asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
			return Stream.of(name);
		}
		Class<?> type = parameter.getParameterType();
		boolean questions = (type.isRecord() && parameter.getParameterAnnotations().length == 0)
				|| parameter.hasParameterAnnotation(ModelAttribute.class);
		return (questions && type.isRecord()) ? Arrays.stream(type.getRecordComponents()).map((part) -> part.getName())
				: Stream.empty();
	}

}
