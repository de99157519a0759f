package org.targetmonitor.platform;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

import org.targetmonitor.input.web.Turns;

/**
 * Lets whoever sends a body slowly, a byte at a time or not at all, take few of the
 * server's threads: the server bounds how long it waits for each byte, and nothing bounds
 * how long for all of them, nor how many it waits for. What is left of a body behind its
 * answer is read, too, so that the answer is read.
 */
final class ArrivingBodies extends ValveBase {

	/** Of 200 threads, for all who are not signed in, and of one address. */
	private static final int OF_STRANGERS = 24;

	private static final int OF_ONE_STRANGER = 8;

	/** For all who are, and of one address, which may be that of a whole office. */
	private static final int OF_SIGNED_IN = 96;

	private static final int OF_ONE_OFFICE = 48;

	private final DataSize limit;

	private final DataSize passedOver;

	private final Turns ofStrangers = new Turns(OF_STRANGERS, OF_ONE_STRANGER);

	private final Turns ofSignedIn = new Turns(OF_SIGNED_IN, OF_ONE_OFFICE);

	/**
	 * @param limit how long a body may be
	 * @param passedOver how much of one that is refused is read
	 */
	ArrivingBodies(DataSize limit, DataSize passedOver) {
		super(true);
		this.limit = limit;
		this.passedOver = passedOver;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request raw = request.getCoyoteRequest();
		if (!hasBody(raw)) {
			getNext().invoke(request, response);
			return;
		}
		ArrivingBody body = new ArrivingBody(raw, this.limit.toBytes(), request::getRemoteAddr, this.ofStrangers,
				this.ofSignedIn);
		raw.setInputBuffer(body);
		request.setAttribute(ArrivingBody.ATTRIBUTE, body);
		try {
			getNext().invoke(request, response);
			if (!request.isAsync() && !body.isWhole()) {
				passOver(body, request, response);
			}
		}
		finally {
			body.over();
		}
	}

	private static boolean hasBody(org.apache.coyote.Request request) {
		try {
			return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
		}
		catch (NumberFormatException ex) {
			// The server has refused it already, and answers behind this
			return false;
		}
	}

	private void passOver(ArrivingBody body, Request request, Response response) throws IOException {
		response.finishResponse();
		try {
			if (!body.isCut() && !request.getCoyoteRequest().hasExpectation()) {
				body.passOver(this.passedOver.toBytes());
				return;
			}
		}
		catch (IOException | BodyRefused ex) {
			this.container.getLogger().debug("the rest of a body is not read", ex);
		}
		request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

}
