package org.targetmonitor.platform;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets an answer be cut: its connection is closed at once, so that nobody takes the part
 * that was sent for the whole. Servlets know no way to do that.
 */
final class Cuts extends ValveBase {

	/** The name of the request's attribute, a {@link Runnable} that cuts. */
	private static final String ATTRIBUTE = "targetmonitor.cut";

	Cuts() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		Runnable cut = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		request.setAttribute(ATTRIBUTE, cut);
		getNext().invoke(request, response);
	}

}
