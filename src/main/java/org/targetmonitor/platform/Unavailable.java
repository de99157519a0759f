package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Says that the monitor cannot serve a request just now: a page of its own for browsers,
 * for which neither session nor database is asked, a problem for programs.
 */
@Component
class Unavailable {

	/** Nothing has been done of what was asked for. */
	static final Text REFUSED = new Text("数据库暂时无法访问，本次请求未作处理，未保存任何内容，请稍后再试",
			"the database does not answer just now: the request was not processed and nothing was stored; try again in a moment");

	/** What was asked for only reads. */
	static final Text NOT_READ = new Text("数据库暂时无法访问，请稍后再试",
			"the database does not answer just now; try again in a moment");

	/** The answer of the database is missing: it may have stored what it was sent. */
	static final Text UNKNOWN = new Text("数据库中断，无法确认刚才的内容是否已保存：请稍后先查询，确认没有保存再试",
			"the database broke off: whether what you sent is stored is not known; look it up before trying again");

	static final Text STARTING = new Text("系统正在启动，请稍后再试", "the monitor is starting; try again in a moment");

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final PlainAnswers answers;

	Unavailable(PlainAnswers answers) {
		this.answers = answers;
	}

	/** What can be said of a request that the database broke off. */
	static Text brokenOff(HttpServletRequest request) {
		return READING.contains(request.getMethod()) ? NOT_READ : UNKNOWN;
	}

	/** What can be said of a request that nobody has begun with. */
	static Text refused(HttpServletRequest request) {
		return READING.contains(request.getMethod()) ? NOT_READ : REFUSED;
	}

	void answer(HttpServletRequest request, HttpServletResponse response, Text words) throws IOException {
		PlainAnswers.Body body = this.answers.body(request, Later.STATUS, words);
		Later.SOON.say(response);
		response.setContentType(body.contentType());
		response.getOutputStream().write(body.text().getBytes(StandardCharsets.UTF_8));
		response.flushBuffer();
	}

}
