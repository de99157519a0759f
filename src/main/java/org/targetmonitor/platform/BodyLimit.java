package org.targetmonitor.platform;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Refuses bodies that are too large: at once where the length is announced, else as soon
 * as it is passed.
 */
final class BodyLimit extends OncePerRequestFilter {

	/** How much larger what is typed on a page may be. */
	private static final int PAGE_OF_ROWS = 4;

	private static final int LARGE_AT_ONCE = 2;

	private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

	private final DataSize limit;

	private final PlainAnswers answers;

	BodyLimit(DataSize limit, PlainAnswers answers) {
		this.limit = limit;
		this.answers = answers;
	}

	/** More was sent than is taken. */
	static final class BodyTooLarge extends RuntimeException {

		private static final long serialVersionUID = 1;

		BodyTooLarge(long limit) {
			super("more than " + limit + " bytes");
		}

	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long most = isPageOfRows(request) ? this.limit.toBytes() * PAGE_OF_ROWS : this.limit.toBytes();
		long length = request.getContentLengthLong();
		if (length > most) {
			answer(request, response, HttpStatus.CONTENT_TOO_LARGE, words(DataSize.ofBytes(most)));
		}
		else if (length > this.limit.toBytes()) {
			oneOfFew(request, response, chain, most);
		}
		else {
			chain.doFilter(new Limited(request, Math.min(most, this.limit.toBytes())), response);
		}
	}

	/**
	 * What a department types has as many rows as the department, with their notes; what
	 * is larger than all other bodies may be, is read a few at once.
	 */
	private void oneOfFew(HttpServletRequest request, HttpServletResponse response, FilterChain chain, long most)
			throws ServletException, IOException {
		if (!this.large.tryAcquire()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			this.answers.refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, new Text(
					"同时提交的内容过多，未保存任何数据；请返回上一页，等几秒后再提交",
					"too much is being sent at once, and nothing is stored; go back and send it again in a few seconds"));
			return;
		}
		try {
			chain.doFilter(new Limited(request, most), response);
		}
		finally {
			this.large.release();
		}
	}

	private static boolean isPageOfRows(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
				&& request.getRequestURI().startsWith("/fill/");
	}

	static Text words(DataSize limit) {
		return Text.format("内容过大，最多%dKB", "the body is too large, at most %d KB", limit.toKilobytes());
	}

	/** A page for browsers, a problem for programs. */
	private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text words)
			throws IOException {
		if (PlainAnswers.isForPeople(request)) {
			response.sendError(status.value());
			return;
		}
		this.answers.refuse(request, response, status, words);
	}

	/** A request whose body ends with an exception where the limit is passed. */
	private static final class Limited extends HttpServletRequestWrapper {

		private final long limit;

		private Limited(HttpServletRequest request, long limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new Counted(super.getInputStream(), this.limit);
		}

	}

	/** Counts what is read. */
	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long read;

		private Counted(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(Math.max(count, 0));
			return count;
		}

		private void count(int bytes) {
			this.read += bytes;
			if (this.read > this.limit) {
				throw new BodyTooLarge(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
