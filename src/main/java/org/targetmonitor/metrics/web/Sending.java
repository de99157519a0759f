package org.targetmonitor.metrics.web;

import java.io.IOException;
import java.util.Iterator;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import org.targetmonitor.metrics.Parts;

/**
 * Sends bytes as fast as they are read, a slice at a time: a slow reader holds neither a
 * thread nor a copy of them, and one that is too slow is cut off.
 */
final class Sending implements WriteListener, AsyncListener {

	/**
	 * What the container may have to keep for a reader. Each slice that the network does
	 * not take at once costs a turn of the container: with a sixteenth of this, ten
	 * megabytes take twice the processor time.
	 */
	private static final int SLICE = 1024 * 1024;

	private static final byte[] NOTHING = {};

	/** What closes the connection of a request, as its attribute. */
	private static final String CUT = "targetmonitor.cut";

	private final AsyncContext async;

	private final ServletOutputStream out;

	private final Iterator<byte[]> parts;

	private final Runnable ended;

	private final byte[] slice;

	private byte[] part = NOTHING;

	private int sent;

	private Sending(AsyncContext async, ServletOutputStream out, Parts parts, Runnable ended) {
		this.async = async;
		this.out = out;
		this.parts = parts.parts().iterator();
		this.slice = new byte[(int) Math.min(SLICE, parts.length())];
		this.ended = ended;
	}

	/**
	 * Begins to send.
	 * @param millis how long a reader may take
	 * @param ended done when everything is sent, or nothing more will be
	 */
	static void begin(AsyncContext async, long millis, Parts parts, Runnable ended) throws IOException {
		ServletOutputStream out = async.getResponse().getOutputStream();
		Sending sending = new Sending(async, out, parts, ended);
		async.setTimeout(millis);
		async.addListener(sending);
		out.setWriteListener(sending);
	}

	@Override
	public void onWritePossible() throws IOException {
		while (this.out.isReady()) {
			int length = fill();
			if (length == 0) {
				this.async.complete();
				return;
			}
			this.out.write(this.slice, 0, length);
		}
	}

	/** Many parts are short. */
	private int fill() {
		int length = 0;
		while (length < this.slice.length && (this.sent < this.part.length || next())) {
			int more = Math.min(this.slice.length - length, this.part.length - this.sent);
			System.arraycopy(this.part, this.sent, this.slice, length, more);
			this.sent += more;
			length += more;
		}
		return length;
	}

	private boolean next() {
		boolean more = this.parts.hasNext();
		this.sent = 0;
		this.part = more ? this.parts.next() : NOTHING;
		return more;
	}

	/** The reader went away; the other one of that name ends it. */
	@Override
	public void onError(Throwable failure) {
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.ended.run();
	}

	/** The connection is closed, so that nobody takes what came for the whole. */
	@Override
	public void onTimeout(AsyncEvent event) {
		if (this.async.getRequest().getAttribute(CUT) instanceof Runnable cut) {
			cut.run();
		}
		this.async.complete();
	}

	@Override
	public void onError(AsyncEvent event) {
		this.async.complete();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
	}

}
