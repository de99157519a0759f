package org.targetmonitor.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.platform.watch.DatabaseFailures;

/**
 * What nobody else answers for, in the caller's language: a page for browsers, a problem
 * for programs.
 */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Errors.class);

	private final MonitorProperties properties;

	Errors(MonitorProperties properties) {
		this.properties = properties;
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unparsable(Unparsable ex, WebRequest request) {
		return answer(HttpStatus.BAD_REQUEST, ex.reason(), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> notRead(BodyRefused ex, WebRequest request) {
		HttpServletResponse response = ((ServletWebRequest) request).getResponse();
		if (response != null) {
			BodyLimit.headers(ex.why(), response);
		}
		return answer(ex.why().status(), BodyLimit.words(ex.why(), this.properties.maxBody()), request);
	}

	/** The database's keys stand behind the rules: whoever comes second is overtaken. */
	@ExceptionHandler({ DuplicateKeyException.class, OptimisticLockingFailureException.class })
	@Nullable ResponseEntity<Object> overtaken(DataAccessException ex, WebRequest request) {
		return answer(HttpStatus.CONFLICT, new Text("已有更新的记录，未作任何保存", "overtaken by another record, nothing is stored"),
				request);
	}

	/** One plan's rows are not understood; the others have nothing to do with it. */
	@ExceptionHandler
	@Nullable ResponseEntity<Object> unreadable(PlanUnreadable ex, WebRequest request) {
		request.setAttribute("unreadablePlan", ex.plan(), RequestAttributes.SCOPE_REQUEST);
		HttpServletResponse response = ((ServletWebRequest) request).getResponse();
		if (response != null) {
			Later.MENDED.say(response);
		}
		return answer(Later.STATUS, Text.format("计划“%s”存有系统无法识别的数据，暂时不能使用，请告知系统管理员；其他计划不受影响",
				"what is stored of plan \"%s\" cannot be read, tell the administrator; other plans are not affected",
				ex.plan()), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> notAllowed(AccessDeniedException ex, WebRequest request) {
		return answer(HttpStatus.FORBIDDEN, new Text("您的账号没有此项权限", "your account may not do this"), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unforeseen(RuntimeException ex, WebRequest request) {
		if (DatabaseFailures.isAway(ex)) {
			// The filter around all of this says so, without a session
			throw ex;
		}
		log.error("unforeseen", ex);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, new Text("系统内部错误，已记录", "internal error; it is logged"),
				request);
	}

	/** What the firewall of the sign-in found only when it was read. */
	@ExceptionHandler({ RequestRejectedException.class, MultipartException.class })
	@Nullable ResponseEntity<Object> malformed(RuntimeException ex, WebRequest request) {
		return told(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return told(HttpStatus.valueOf(status.value()), headers, request);
	}

	/** Answers in the words of the status, and tells the log in a line. */
	private static @Nullable ResponseEntity<Object> told(HttpStatus status, HttpHeaders headers, WebRequest request) {
		Text words = Problems.words(status.value());
		ServletWebRequest asked = (ServletWebRequest) request;
		PlainAnswers.told(asked.getRequest(), status.value(), words);
		HttpServletResponse response = asked.getResponse();
		if (response != null) {
			headers.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
		}
		return answer(status, words, request);
	}

	/** A page for browsers, a problem for programs. */
	private static @Nullable ResponseEntity<Object> answer(HttpStatus status, Text words, WebRequest request) {
		ServletWebRequest asked = (ServletWebRequest) request;
		HttpServletResponse response = asked.getResponse();
		if (asked.getRequest().getDispatcherType() == DispatcherType.REQUEST
				&& asked.getRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
			// A body that broke off: the server answers it itself, by the page of errors
			return null;
		}
		if (response != null && response.isCommitted()) {
			// What was thrown goes on to the server then, which breaks the connection
			// off: an
			// answer that ended as if it were whole would be taken for the whole
			throw new IllegalStateException("the answer had begun, it is broken off");
		}
		if (response != null && PlainAnswers.isForPeople(asked.getRequest())) {
			sendError(response, status);
			return null;
		}
		return Problems.answer(status, words, List.of(), LocaleContextHolder.getLocale());
	}

	private static void sendError(HttpServletResponse response, HttpStatus status) {
		try {
			response.sendError(status.value());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
