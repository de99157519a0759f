package org.targetmonitor.input.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why something can only be had later, and when to ask again. Whatever the monitor does
 * not do just now is answered by way of this: 503, after how many seconds, and kept by no
 * cache.
 */
public enum Later {

	/** Others are being served, or the database is away: a matter of moments. */
	SOON(5),

	/** Somebody has to mend something first. */
	MENDED(60);

	/** What is answered. */
	public static final HttpStatus STATUS = HttpStatus.SERVICE_UNAVAILABLE;

	private final int seconds;

	Later(int seconds) {
		this.seconds = seconds;
	}

	/** Puts status and headers; the words are for whoever writes the answer. */
	public void say(HttpServletResponse response) {
		response.setStatus(STATUS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(this.seconds));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
