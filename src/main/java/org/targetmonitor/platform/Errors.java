package org.targetmonitor.platform;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.web.Problems;

/** What nobody answered for, as a problem in the caller's language. */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Errors.class);

	private final MonitorProperties properties;

	Errors(MonitorProperties properties) {
		this.properties = properties;
	}

	@ExceptionHandler
	ResponseEntity<Object> unparsable(Unparsable ex, Locale locale) {
		return Problems.answer(HttpStatus.BAD_REQUEST, ex.reason(), List.of(), locale);
	}

	@ExceptionHandler
	ResponseEntity<Object> tooLarge(BodyLimit.BodyTooLarge ex, Locale locale) {
		return Problems.answer(HttpStatus.CONTENT_TOO_LARGE, BodyLimit.words(this.properties.maxBody()), List.of(),
				locale);
	}

	/** The database's keys stand behind the rules: whoever comes second is overtaken. */
	@ExceptionHandler
	ResponseEntity<Object> overtaken(DuplicateKeyException ex, Locale locale) {
		return Problems.answer(HttpStatus.CONFLICT,
				new Text("已有更新的记录，未作任何保存", "overtaken by another record, nothing is stored"), List.of(), locale);
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ResponseEntity<Object> databaseAway(RuntimeException ex, Locale locale) {
		log.error("the database did not do what was asked", ex);
		return Problems.answer(HttpStatus.SERVICE_UNAVAILABLE,
				new Text("数据库暂时不可用，未作任何保存，请稍后再试", "the database is not available, nothing is stored; try again later"),
				List.of(), locale);
	}

	@ExceptionHandler
	ResponseEntity<Object> unforeseen(RuntimeException ex, Locale locale) {
		log.error("unforeseen", ex);
		return Problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, new Text("系统内部错误，已记录", "internal error; it is logged"),
				List.of(), locale);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (body instanceof ProblemDetail problem) {
			problem.setTitle(words(status.value()).in(request.getLocale()));
		}
		return super.createResponseEntity(body, headers, status, request);
	}

	private static Text words(int status) {
		return switch (status) {
			case 400 -> new Text("请求格式有误", "the request is malformed");
			case 404 -> new Text("没有这个地址", "there is nothing at this address");
			case 405 -> new Text("此地址不支持该方法", "this address does not take the method");
			case 406 -> new Text("不提供所要求的格式", "the format asked for is not there");
			case 415 -> new Text("不接受该内容类型", "this content type is not taken");
			default -> Text.format("请求未能完成（%d）", "the request failed (%d)", status);
		};
	}

}
