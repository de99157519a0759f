package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Problems;

/**
 * What the server itself answers where a request reaches no filter, or an error no page:
 * in words and in the reader's language as everything else, in place of the server's own
 * page.
 */
final class LastWords extends ErrorReportValve {

	private final PlainAnswers answers;

	LastWords(PlainAnswers answers) {
		this.answers = answers;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int code = response.getStatus();
		if (code < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		AtomicBoolean stillConnected = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, stillConnected);
		if (stillConnected.get()) {
			HttpStatus status = Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
			Text words = Problems.words(code);
			PlainAnswers.told(request, code, words);
			write(response, this.answers.body(request, status, words));
		}
	}

	private void write(Response response, PlainAnswers.Body body) {
		try {
			BrowserPolicies.say(response);
			response.setContentType(body.contentType());
			response.setCharacterEncoding(StandardCharsets.UTF_8);
			response.getReporter().write(body.text());
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			// Nobody is there any more to be told
			this.container.getLogger().debug("no answer could be written", ex);
		}
	}

}
