package org.targetmonitor.platform;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.web.Turns;

/**
 * A body on its way, for whoever reads it: forms and their files, JSON, and what the
 * server passes over behind a refusal. A thread that has to wait for it takes a turn, of
 * which there are few, and does not wait for longer than the body is long.
 */
final class ArrivingBody implements InputBuffer {

	/** The request's attribute. */
	static final String ATTRIBUTE = ArrivingBody.class.getName();

	/** Beyond which a body has to come with some speed. */
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

	private static final long BYTES_A_SECOND = 32 * 1024L;

	private final Request request;

	private final InputBuffer body;

	private final Supplier<String> sender;

	private final Turns ofStrangers;

	private final Turns ofSignedIn;

	private boolean signedIn;

	private long most;

	private long read;

	private long waited;

	private @Nullable Runnable turn;

	private BodyRefused.@Nullable Why refused;

	ArrivingBody(Request request, long most, Supplier<String> sender, Turns ofStrangers, Turns ofSignedIn) {
		this.request = request;
		this.body = request.getInputBuffer();
		this.most = most;
		this.sender = sender;
		this.ofStrangers = ofStrangers;
		this.ofSignedIn = ofSignedIn;
	}

	/** Takes up to so many bytes in all. */
	void take(long bytes) {
		this.most = bytes;
	}

	/** Its sender is known from now on. */
	void ofSomebodySignedIn() {
		this.signedIn = true;
	}

	boolean isOfSomebodySignedIn() {
		return this.signedIn;
	}

	boolean isWhole() {
		AtomicBoolean whole = new AtomicBoolean();
		this.request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
		return whole.get();
	}

	/** Why it was not read to its end, if it was not. */
	Optional<BodyRefused.Why> refusal() {
		return Optional.ofNullable(this.refused);
	}

	/** Whether its sender is to be rid of at once. */
	boolean isCut() {
		return this.refused != null && this.refused != BodyRefused.Why.TOO_LARGE;
	}

	/** Nobody reads it any more. */
	void over() {
		giveBack();
		this.request.setInputBuffer(this.body);
	}

	private void giveBack() {
		if (this.turn != null) {
			this.turn.run();
			this.turn = null;
		}
	}

	/** Passes over what is left of it, within the same bounds. */
	void passOver(long bytes) throws IOException {
		this.refused = null;
		this.most = bytes;
		Passed passed = new Passed();
		while (!isWhole() && doRead(passed) >= 0) {
			passed.setByteBuffer(ApplicationBufferHandler.EMPTY_BUFFER);
		}
	}

	/**
	 * Reads some of it.
	 * @throws BodyRefused if it is too large or too slow, or too many are awaited; then
	 * whenever it is tried again
	 */
	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.refused != null) {
			throw new BodyRefused(this.refused);
		}
		int count = isHere() ? this.body.doRead(handler) : awaited(handler);
		this.read += Math.max(count, 0);
		if (this.read > this.most) {
			throw refused(BodyRefused.Why.TOO_LARGE);
		}
		if (this.turn != null && isWhole()) {
			giveBack();
		}
		else if (isSlow()) {
			throw refused(BodyRefused.Why.TOO_SLOW);
		}
		return count;
	}

	/** Whether a read does not have to wait. Of chunks that cannot be told. */
	private boolean isHere() {
		if (this.request.getContentLengthLong() < 0) {
			return false;
		}
		this.request.action(ActionCode.AVAILABLE, true);
		return this.request.getAvailable() > 0 || isWhole();
	}

	private int awaited(ApplicationBufferHandler handler) throws IOException {
		if (this.request.getContentLengthLong() < 0 && !this.signedIn) {
			// Nothing says how long one read of it may take
			throw refused(BodyRefused.Why.OF_UNKNOWN_LENGTH);
		}
		if (this.turn == null) {
			this.turn = (this.signedIn ? this.ofSignedIn : this.ofStrangers).take(this.sender.get())
				.orElseThrow(() -> refused(BodyRefused.Why.TOO_MANY));
		}
		long begun = System.nanoTime();
		try {
			return this.body.doRead(handler);
		}
		catch (SocketTimeoutException ex) {
			throw refused(BodyRefused.Why.TOO_SLOW);
		}
		finally {
			this.waited += System.nanoTime() - begun;
		}
	}

	private boolean isSlow() {
		return this.waited > PATIENCE + this.read * TimeUnit.SECONDS.toNanos(1) / BYTES_A_SECOND;
	}

	private BodyRefused refused(BodyRefused.Why why) {
		this.refused = why;
		return new BodyRefused(why);
	}

	@Override
	public int available() {
		return this.body.available();
	}

	/** What is read for nobody. */
	private static final class Passed implements ApplicationBufferHandler {

		private ByteBuffer bytes = EMPTY_BUFFER;

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.bytes = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.bytes;
		}

		@Override
		public void expand(int size) {
			// The buffers are the server's own
		}

	}

}
