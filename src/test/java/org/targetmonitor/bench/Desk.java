package org.targetmonitor.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hands the figures of one plan in by the API, again and again. */
final class Desk {

	private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]+)\"");

	private static final Pattern REVISION = Pattern.compile("\"revision\":");

	private final Visitor staff;

	private final String plan;

	private final String period;

	private final int figures;

	private int revision;

	private String kind = "null";

	Desk(Visitor staff, String plan, String period, int figures) {
		this.staff = staff;
		this.plan = plan;
		this.period = period;
		this.figures = figures;
	}

	/** Goes on where others have left the plan. */
	static Desk goingOn(Visitor staff, String plan, String period, int figures) throws Exception {
		Desk desk = new Desk(staff, plan, period, figures);
		String known = new String(staff.bytes("/api/plans/" + plan + "/figures"), StandardCharsets.UTF_8);
		desk.revision = (int) REVISION.matcher(known).results().count() / figures;
		return desk;
	}

	/**
	 * Hands all figures of its period in once more.
	 * @return the submission's id
	 */
	String submit() throws Exception {
		HttpResponse<byte[]> answer = send();
		String said = new String(answer.body(), StandardCharsets.UTF_8);
		Matcher id = ID.matcher(said);
		if (answer.statusCode() != 201 || !id.find()) {
			throw new IllegalStateException("a submission of %,d figures is answered %d: %s".formatted(this.figures,
					answer.statusCode(), said.substring(0, Math.min(200, said.length()))));
		}
		this.revision++;
		return id.group(1);
	}

	HttpResponse<byte[]> send() throws Exception {
		String rows = IntStream.range(0, this.figures)
			.mapToObj((
					n) -> "{\"indicator\":\"i%d\",\"value\":\"%d.%d\",\"status\":\"P\",\"note\":\"measured\",\"kind\":%s,\"replaces\":%s}"
						.formatted(n, 5 + this.revision % 2, n % 10, this.kind,
								(this.revision == 0) ? "null" : String.valueOf(this.revision)))
			.collect(Collectors.joining(","));
		String reason = (this.revision == 0) ? "null" : "\"measured\"";
		return this.staff.send("POST", "/api/plans/" + this.plan + "/submissions", "application/json",
				"{\"period\":\"%s\",\"reason\":%s,\"figures\":[%s]}".formatted(this.period, reason, rows));
	}

	/** Lets a reviewer approve it; what comes then is a correction. */
	void approve(Visitor reviewer, String submission) throws Exception {
		HttpResponse<byte[]> answer = reviewer.send("POST", "/api/submissions/" + submission + "/approval",
				"application/json", "");
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("the approval is answered " + answer.statusCode());
		}
		this.kind = "\"correction\"";
	}

}
