package org.targetmonitor.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Leaves of {@code X-Forwarded-For} what are addresses, before the server believes it of
 * a proxy: something else there is nobody's address, and neither is what stands before
 * it, which nobody who is believed has written. Of {@code X-Forwarded-Proto}, which
 * stands in the addresses that the monitor names, what is http or https.
 */
final class ForwardedAddresses extends ValveBase {

	private static final String HEADER = "X-Forwarded-For";

	private static final String SCHEME = "X-Forwarded-Proto";

	private static final Pattern WEB = Pattern.compile("(?i)https?(\\s*,\\s*https?)*");

	private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

	private static final Pattern FOUR = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

	private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f:]{2,30}" + FOUR.pattern());

	ForwardedAddresses() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
		if (headers.getHeader(HEADER) != null) {
			List<String> values = Collections.list(headers.values(HEADER));
			String kept = addresses(String.join(",", values));
			headers.removeHeader(HEADER);
			if (!kept.isEmpty()) {
				headers.setValue(HEADER).setString(kept);
			}
		}
		if (headers.getHeader(SCHEME) != null && !areWeb(Collections.list(headers.values(SCHEME)))) {
			headers.removeHeader(SCHEME);
		}
		getNext().invoke(request, response);
	}

	/** Whether what a proxy was asked by is a scheme that the web has. */
	static boolean areWeb(List<String> schemes) {
		return schemes.stream().allMatch((scheme) -> WEB.matcher(scheme.strip()).matches());
	}

	/** The addresses at the end of the list, up to what is none. */
	static String addresses(String list) {
		List<String> kept = new ArrayList<>();
		String[] named = list.split(",", -1);
		for (int place = named.length - 1; place >= 0 && isAddress(named[place].strip()); place--) {
			kept.addFirst(named[place].strip());
		}
		return String.join(", ", kept);
	}

	private static boolean isAddress(String text) {
		return FOUR.matcher(text).matches() || (SIX.matcher(text).matches() && isSix(text));
	}

	/** Eight groups of up to four digits; {@code ::} once for as many as are missing. */
	private static boolean isSix(String text) {
		String plain = text.contains(".") ? text.substring(0, text.lastIndexOf(':') + 1) + "0:0" : text;
		int gap = plain.indexOf("::");
		if (gap >= 0 && plain.indexOf("::", gap + 1) >= 0) {
			return false;
		}
		List<String> groups = new ArrayList<>(List.of(plain.replaceFirst("::", ":gap:").split(":", -1)));
		boolean atAnEdge = gap == 0 || gap == plain.length() - 2;
		groups.removeIf((group) -> group.equals("gap") || (atAnEdge && group.isEmpty()));
		boolean whole = groups.stream().allMatch((group) -> group.matches("[0-9A-Fa-f]{1,4}"));
		return whole && ((gap >= 0) ? groups.size() < 8 : groups.size() == 8);
	}

}
