package org.targetmonitor.platform;

import org.springframework.http.HttpStatus;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Later;

/** A body that is not read to its end. */
final class BodyRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final Why why;

	BodyRefused(Why why) {
		super(why.words.en());
		this.why = why;
	}

	/** What is wrong with it. */
	enum Why {

		/** More was sent than is taken. */
		TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, new Text("内容过大，未作任何保存", "the body is too large; nothing is stored")),

		/** It did not come in time. */
		TOO_SLOW(HttpStatus.REQUEST_TIMEOUT,
				new Text("内容传输过慢，已中断，未作任何保存", "the body came too slowly and was cut off; nothing is stored")),

		/** Others, whose bodies are awaited, have to end first. */
		TOO_MANY(Later.STATUS, new Text("同时提交的内容过多，未保存任何数据；请返回上一页，等几秒后再提交",
				"too much is being sent at once, and nothing is stored; go back and send it again in a few seconds")),

		/** Nobody knows how long to wait for it. */
		OF_UNKNOWN_LENGTH(HttpStatus.LENGTH_REQUIRED,
				new Text("表单须注明内容长度（Content-Length）", "a form has to tell its length (Content-Length)"));

		private final HttpStatus status;

		private final Text words;

		Why(HttpStatus status, Text words) {
			this.status = status;
			this.words = words;
		}

		HttpStatus status() {
			return this.status;
		}

		Text words() {
			return this.words;
		}

	}

	Why why() {
		return this.why;
	}

}
