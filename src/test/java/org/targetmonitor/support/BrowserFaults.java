package org.targetmonitor.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

/**
 * What goes wrong while somebody looks at pages: errors of scripts, violations of the
 * content-security policy (the console tells them), requests that fail or go to another
 * host.
 */
final class BrowserFaults {

	private final URI address;

	private final List<String> faults = new ArrayList<>();

	private final Set<Integer> expected = new HashSet<>();

	BrowserFaults(URI address) {
		this.address = address;
	}

	void watch(Page page) {
		page.onConsoleMessage(this::console);
		page.onPageError((error) -> this.faults.add(page.url() + ": " + error));
		page.onRequest(this::request);
		page.onRequestFailed(this::failed);
		page.onResponse(this::response);
	}

	/** Answers of this status to scripts are part of the story. */
	void expect(int status) {
		this.expected.add(status);
	}

	List<String> all() {
		return List.copyOf(this.faults);
	}

	private void console(ConsoleMessage message) {
		boolean toldByResponse = message.text().startsWith("Failed to load resource");
		boolean toldByHtmx = message.text().startsWith("Response Status Error Code");
		if (message.type().equals("error") && !toldByResponse && !toldByHtmx) {
			this.faults.add(message.location() + ": " + message.text());
		}
	}

	private void request(Request request) {
		URI asked = URI.create(request.url().replaceFirst("#.*", ""));
		boolean remote = asked.getHost() != null && !asked.getAuthority().equals(this.address.getAuthority());
		if (remote) {
			this.faults.add("asked another host: " + request.url());
		}
	}

	/** A page that is left, and a download, abort requests; neither is a fault. */
	private void failed(Request request) {
		String why = request.failure();
		if (!why.contains("ERR_ABORTED")) {
			this.faults.add(request.method() + " " + request.url() + ": " + why);
		}
	}

	private void response(Response response) {
		boolean page = response.request().resourceType().equals("document");
		if (!page && response.status() >= 400 && !this.expected.contains(response.status())) {
			this.faults.add(response.request().method() + " " + response.url() + ": " + response.status());
		}
	}

}
