package org.targetmonitor.input.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Text;

/** Makes problem answers with one entry per fault, in the caller's language. */
public final class Problems {

	private Problems() {
	}

	/** An answer that carries a problem. */
	public static ResponseEntity<Object> answer(HttpStatus status, Text title, List<Fault> faults, Locale locale) {
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem(status, title, faults, locale));
	}

	/**
	 * The problem itself; {@code detail} is the first of them, {@code errors} holds as
	 * many as are listed, {@code more} says how many are not.
	 */
	public static ProblemDetail problem(HttpStatus status, Text title, List<Fault> faults, Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setTitle(title.in(locale));
		if (!faults.isEmpty()) {
			problem.setDetail(summary(faults).in(locale));
			problem.setProperty("errors", Faults.listed(faults).stream().map((fault) -> entry(fault, locale)).toList());
			if (Faults.more(faults) > 0) {
				problem.setProperty("more", Faults.more(faults));
			}
		}
		return problem;
	}

	/** The address a problem is about; null where the one that was asked for is none. */
	public static @Nullable URI instance(@Nullable String address) {
		try {
			return (address != null) ? new URI(address) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/** What a status means, where nothing is known that would say more. */
	public static Text words(int status) {
		return switch (status) {
			case 400 -> new Text("请求格式有误", "the request is malformed");
			case 401 -> new Text("请登录", "sign in");
			case 403 -> new Text("您的账号没有此项权限", "your account may not do this");
			case 404 -> new Text("没有这个地址", "there is nothing at this address");
			case 405 -> new Text("此地址不支持该方法", "this address does not take the method");
			case 406 -> new Text("不提供所要求的格式", "the format asked for is not there");
			case 408 -> new Text("内容传输过慢，已中断", "the body came too slowly and was cut off");
			case 411 -> new Text("须注明内容长度", "the length of the body has to be told");
			case 413 -> new Text("内容过大", "the body is too large");
			case 414, 431 -> new Text("地址或请求头过长", "address or headers are too long");
			case 415 -> new Text("不接受该内容类型", "this content type is not taken");
			case 417 -> new Text("无法满足请求头 Expect 的要求", "what the header Expect asks for cannot be met");
			case 500 -> new Text("系统内部错误，已记录", "internal error; it is logged");
			case 501 -> new Text("不支持这种传输方式", "this way of transfer is not known here");
			case 503 -> new Text("系统暂时无法处理，请稍后再试", "the monitor cannot do this just now, try again later");
			default -> Text.format("请求未能完成（%d）", "the request failed (%d)", status);
		};
	}

	/** The first fault with what it is about, and how many there are. */
	private static Text summary(List<Fault> faults) {
		Fault first = faults.getFirst();
		String about = (first.subject() + " " + first.field()).strip();
		Text words = Text.format("%s：%s", "%s: %s", about, first.reason());
		return (faults.size() == 1) ? words
				: Text.format("共%d处错误，其一 %s", "%d faults, the first: %s", faults.size(), words);
	}

	/** One fault as it is answered: where, which field, which rule, why. */
	public static Map<String, Object> entry(Fault fault, Locale locale) {
		Map<String, Object> entry = new LinkedHashMap<>();
		if (fault.line() > 0) {
			entry.put("line", fault.line());
		}
		if (!fault.subject().isNone()) {
			entry.put("subject", fault.subject().toString());
		}
		entry.put("field", fault.field());
		entry.put("rule", fault.rule());
		entry.put("reason", fault.reason().in(locale));
		return entry;
	}

}
