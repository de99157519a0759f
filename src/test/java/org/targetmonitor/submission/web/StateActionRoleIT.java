package org.targetmonitor.submission.web;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.submission.State;
import org.targetmonitor.submission.Transition;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every state × action × role over HTTP, from one table: each cell is the status of the
 * answer, with the rule that refuses where there is one. What is refused changes nothing.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateActionRoleIT {

	/**
	 * Columns: submitter of the department; submitter of another one; reviewer; author,
	 * who has both roles and handed the figure in; colleague, who has both roles and did
	 * not; and who may do neither. Rows: "reopened" is an approved figure with a
	 * correction that waits, "re-returned" one whose correction was returned, "replaced"
	 * the submission that was corrected before its review, "closed…" the same in a plan
	 * that is closed. "draft" saves a draft by the form, "submit" names nothing that it
	 * replaces, "correct" the newest revision and a reason, "revise" a kind as well.
	 */
	private static final String TABLE = """
			state            action       | submitter  | other                | reviewer    | author             | colleague   | viewer | plan-admin | account-admin | auditor | scrape | nobody
			nothing          draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			nothing          submit       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			nothing          correct      | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			nothing          revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			nothing          approve      | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			nothing          approve-some | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			nothing          return       | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			nothing          return-some  | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401

			draft            draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			draft            submit       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			draft            correct      | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			draft            revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			draft            approve      | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			draft            approve-some | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			draft            return       | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			draft            return-some  | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401

			submitted        draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			submitted        submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			submitted        correct      | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			submitted        revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			submitted        approve      | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			submitted        approve-some | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			submitted        return       | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			submitted        return-some  | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401

			returned         draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			returned         submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			returned         correct      | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			returned         revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			returned         approve      | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			returned         approve-some | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			returned         return       | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			returned         return-some  | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401

			approved         draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			approved         submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			approved         correct      | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			approved         revise       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			approved         approve      | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			approved         approve-some | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			approved         return       | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			approved         return-some  | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401

			reopened         draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			reopened         submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			reopened         correct      | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			reopened         revise       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			reopened         approve      | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			reopened         approve-some | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			reopened         return       | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			reopened         return-some  | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401

			re-returned      draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      correct      | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      revise       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      approve      | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      approve-some | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      return       | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401
			re-returned      return-some  | 403        | 403                  | 409 decided | 403 own-submission | 409 decided | 403    | 403        | 403           | 403     | 403    | 401

			replaced         draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			replaced         submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			replaced         correct      | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			replaced         revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			replaced         approve      | 403        | 403                  | 409 replaced | 403 own-submission | 409 replaced | 403    | 403        | 403           | 403     | 403    | 401
			replaced         approve-some | 403        | 403                  | 409 replaced | 403 own-submission | 409 replaced | 403    | 403        | 403           | 403     | 403    | 401
			replaced         return       | 403        | 403                  | 409 replaced | 403 own-submission | 409 replaced | 403    | 403        | 403           | 403     | 403    | 401
			replaced         return-some  | 403        | 403                  | 409 replaced | 403 own-submission | 409 replaced | 403    | 403        | 403           | 403     | 403    | 401

			closed-nothing   draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   submit       | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   correct      | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   approve      | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   approve-some | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   return       | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401
			closed-nothing   return-some  | 403        | 403                  | 404         | 404                | 404         | 403    | 403        | 403           | 403     | 403    | 401

			closed-submitted draft        | 200        | 403                  | 403         | 200                | 200         | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted submit       | 409 stale  | 403 other-department | 403         | 409 stale          | 409 stale   | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted correct      | 201        | 403 other-department | 403         | 201                | 201         | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted revise       | 422 kind   | 403 other-department | 403         | 422 kind           | 422 kind    | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted approve      | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted approve-some | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted return       | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			closed-submitted return-some  | 403        | 403                  | 200         | 403 own-submission | 200         | 403    | 403        | 403           | 403     | 403    | 401
			""";

	private static final Pattern BAR = Pattern.compile(" *\\| *");

	private static final List<String> ACTIONS = List.of("draft", "submit", "correct", "revise", "approve",
			"approve-some", "return", "return-some");

	private static final List<String> STATES = List.of("nothing", "draft", "submitted", "returned", "approved",
			"reopened", "re-returned", "replaced", "closed-nothing", "closed-submitted");

	/** The columns, each with the roles of its account. */
	private static final Map<String, Set<Role>> COLUMNS = columns();

	private static final int INDICATORS = 80;

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private int used;

	private static Map<String, Set<Role>> columns() {
		Map<String, Set<Role>> columns = new LinkedHashMap<>();
		columns.put("submitter", Set.of(Role.SUBMITTER));
		columns.put("other", Set.of(Role.SUBMITTER));
		columns.put("reviewer", Set.of(Role.REVIEWER));
		columns.put("author", Set.of(Role.SUBMITTER, Role.REVIEWER));
		columns.put("colleague", Set.of(Role.SUBMITTER, Role.REVIEWER));
		columns.put("viewer", Set.of(Role.VIEWER));
		columns.put("plan-admin", Set.of(Role.PLAN_ADMIN));
		columns.put("account-admin", Set.of(Role.ACCOUNT_ADMIN));
		columns.put("auditor", Set.of(Role.AUDITOR));
		columns.put("scrape", Set.of(Role.SCRAPE));
		columns.put("nobody", Set.of());
		return columns;
	}

	/** A row of the table. */
	record Row(String state, String action, Map<String, String> cells) {

		@Override
		public String toString() {
			return this.state + " " + this.action;
		}

	}

	/** A figure with what is needed to go on with it. */
	private record Fixture(String plan, String indicator, String period, String submission, int newest) {
	}

	static Stream<Row> rows() {
		List<String> names = BAR.splitAsStream(TABLE.lines().findFirst().orElseThrow()).skip(1).toList();
		return TABLE.lines().skip(1).filter((line) -> !line.isBlank()).map((line) -> {
			List<String> parts = BAR.splitAsStream(line).toList();
			List<String> head = Pattern.compile(" +").splitAsStream(parts.getFirst()).toList();
			Map<String, String> cells = new LinkedHashMap<>();
			IntStream.range(0, names.size()).forEach((index) -> cells.put(names.get(index), parts.get(index + 1)));
			return new Row(head.getFirst(), head.getLast(), cells);
		});
	}

	@BeforeAll
	void recordPlans() {
		this.clock.setToNoonOf("2024-01-10");
		record("open", "2026-12-31", "000001");
		record("closed", "2025-01-05", "000002");
		this.clock.setToNoonOf("2025-01-10");
	}

	@Test
	void everyCombinationIsInTheTable() {
		List<String> expected = STATES.stream()
			.flatMap((state) -> ACTIONS.stream().map((action) -> state + " " + action))
			.toList();

		assertThat(rows().map(Row::toString)).containsExactlyElementsOf(expected);
		assertThat(rows()).allSatisfy((row) -> assertThat(row.cells()).containsOnlyKeys(COLUMNS.keySet()));
		assertThat(COLUMNS.values().stream().flatMap(Set::stream).collect(Collectors.toSet())).as("every role")
			.containsExactlyInAnyOrder(Role.values());
	}

	/**
	 * What the code decides by says the same of the department's and reviewer's steps. A
	 * department goes on from the newest revision, which is never a replaced one.
	 */
	@Test
	void theTableOfStepsSaysTheSame() {
		for (Row row : rows().toList()) {
			Arrays.stream(State.values())
				.filter((state) -> state.key().equals(row.state()))
				.forEach((state) -> Arrays.stream(Transition.Action.values())
					.filter((action) -> action.name().toLowerCase(Locale.ROOT).equals(row.action()))
					.filter((action) -> state != State.REPLACED || isReview(action))
					.forEach((action) -> {
						Transition step = Transition.of(state, action);
						String cell = row.cells().get(isReview(action) ? "reviewer" : "submitter");
						if (step.refusal() == null) {
							assertThat(cell).as(row.toString()).startsWith("20");
						}
						else if (step.refusal() == Transition.Refusal.UNKNOWN) {
							assertThat(cell).as(row.toString()).isEqualTo("404");
						}
						else {
							assertThat(cell).as(row.toString()).endsWith(" " + step.refusal().rule());
						}
					}));
		}
	}

	private static boolean isReview(Transition.Action action) {
		return action == Transition.Action.APPROVE || action == Transition.Action.RETURN;
	}

	@ParameterizedTest
	@MethodSource("rows")
	void answersAsTheTableSays(Row row) {
		Map<String, String> answered = new LinkedHashMap<>();
		row.cells().forEach((role, expected) -> {
			Fixture fixture = fixture(row.state(), role.equals("author") ? "author" : "submitter");
			String before = recorded(fixture);
			Api.Answer answer = act(caller(role), row.action(), fixture);
			answered.put(role, (answer.status() + " " + rules(answer)).strip());
			assertThat(recorded(fixture).equals(before)).as("%s by %s changed nothing", row, role)
				.isEqualTo(answer.status() >= 300);
		});
		assertThat(answered).isEqualTo(row.cells());
	}

	/** Pages refuse in words alone. */
	private static String rules(Api.Answer answer) {
		boolean json = answer.response().headers().firstValue("Content-Type").orElse("").contains("json");
		return json ? String.join(",", answer.rules()) : "";
	}

	/**
	 * Another department sees nothing of a draft, nor may it try what would become of it.
	 */
	@Test
	void draftIsItsDepartmentsAlone() {
		record("drafted", "2026-12-31", "000003");
		Fixture fixture = new Fixture("drafted", "i0", "2024-01", "", 0);
		assertThat(draft(caller("submitter"), fixture).status()).isEqualTo(200);
		COLUMNS.keySet().forEach((column) -> {
			boolean own = Set.of("submitter", "author", "colleague").contains(column);
			int refused = column.equals("nobody") ? 401 : 403;
			Api.Answer seen = caller(column).get("/fill/drafted/2024-01");
			assertThat(seen.status()).as(column).isEqualTo(own ? 200 : refused);
			assertThat(seen.body().contains("7.1")).as(column).isEqualTo(own);
			Api.Answer tried = caller(column).send(caller(column).request("/fill/drafted/2024-01/preview")
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("i0.value=7.1&version.mine=1")));
			assertThat(tried.status()).as(column).isEqualTo(own ? 200 : refused);
		});
	}

	/** Who handed in the revision before may decide about a colleague's correction. */
	@Test
	void theAuthorOfTheReplacedRevisionMayDecide() {
		Fixture fixture = fixture("submitted", "author");
		Api.Answer corrected = act(caller("submitter"), "correct", fixture);

		assertThat(caller("author").approve(corrected.json().path("id").asString()).status()).isEqualTo(200);
	}

	/** The second of two reviewers is told when it was decided, and how. */
	@Test
	void tellsTheSecondReviewerThatItIsDecided() {
		Fixture fixture = fixture("approved", "submitter");

		assertThat(caller("colleague").approve(fixture.submission()).body()).contains("该报送已审核完毕：")
			.contains("2025-01-10 12:00审核通过");
	}

	@Test
	void refusesToDecideAboutWhatIsNotInTheSubmission() {
		Fixture fixture = fixture("submitted", "submitter");
		Api reviewer = caller("reviewer");
		String address = "/api/submissions/" + fixture.submission();

		assertThat(reviewer.post(address + "/approval", "{\"figures\":[\"gdp\"]}").rules())
			.containsExactly("not-in-submission");
		assertThat(reviewer.post(address + "/approval", "{\"figures\":[]}").rules()).containsExactly("required");
		assertThat(reviewer
			.post(address + "/return", "{\"figures\":[{\"indicator\":\"%s\"}]}".formatted(fixture.indicator()))
			.rules()).containsExactly("required");
		assertThat(reviewer.post(address + "/return", "{}").rules()).containsExactly("required");
	}

	private void record(String plan, String closes, String area) {
		String targets = IntStream.range(0, INDICATORS)
			.mapToObj((
					number) -> "{indicator: i%d, name: 指标, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-least: 5}, reported: monthly, department: mine, nature: expected}"
						.formatted(number))
			.collect(Collectors.joining(",\n  "));
		String yaml = """
				plan: %s
				title: 计划
				area: {code: "%s", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: %s
				departments: {mine: {zh: 统计局}, other: {zh: 财政局}}
				targets: [%s]
				""".formatted(plan, area, closes, targets);
		Api.Answer answer = this.api.admin().put("/api/plans/" + plan, "application/yaml", yaml);
		assertThat(answer.status()).as(answer.body()).isLessThan(300);
	}

	private Api caller(String column) {
		return switch (column) {
			case "nobody" -> this.api.nobody();
			case "scrape" -> this.api.prometheus();
			default -> this.api.as("role-" + column,
					COLUMNS.getOrDefault(column, Set.of())
						.stream()
						.map((role) -> (role == Role.SUBMITTER)
								? Api.submitting(Grant.EVERY, column.equals("other") ? "other" : "mine")
								: Grant.everywhere(role))
						.toArray(Grant[]::new));
		};
	}

	/** A figure that nobody used before, in a state. */
	private Fixture fixture(String state, String author) {
		int number = this.used++;
		Fixture nothing = new Fixture(state.startsWith("closed") ? "closed" : "open", "i" + number / 12,
				"2024-%02d".formatted(number % 12 + 1), UUID.randomUUID().toString(), 0);
		return switch (state) {
			case "nothing", "closed-nothing" -> nothing;
			case "draft" -> drafted(nothing);
			case "submitted", "closed-submitted" -> after(nothing, "submit", author);
			case "returned" -> decided(after(nothing, "submit", author), "return");
			case "approved" -> decided(after(nothing, "submit", author), "approve");
			case "reopened" -> after(decided(after(nothing, "submit", author), "approve"), "revise", author);
			case "replaced" -> replaced(after(nothing, "submit", author), author);
			case "re-returned" ->
				decided(after(decided(after(nothing, "submit", author), "approve"), "revise", author), "return");
			default -> throw new IllegalArgumentException(state);
		};
	}

	private Fixture after(Fixture fixture, String action, String author) {
		Api.Answer answer = act(caller(author), action, fixture);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return new Fixture(fixture.plan(), fixture.indicator(), fixture.period(), answer.json().path("id").asString(),
				fixture.newest() + 1);
	}

	/** The first submission beside its correction, which is the newest revision. */
	private Fixture replaced(Fixture first, String author) {
		Fixture corrected = after(first, "correct", author);
		return new Fixture(first.plan(), first.indicator(), first.period(), first.submission(), corrected.newest());
	}

	private Fixture decided(Fixture fixture, String action) {
		Api.Answer answer = act(this.api.reviewer(), action, fixture);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return fixture;
	}

	private Api.Answer act(Api caller, String action, Fixture fixture) {
		String review = "/api/submissions/" + fixture.submission();
		return switch (action) {
			case "draft" -> draft(caller, fixture);
			case "submit" -> submit(caller, fixture, null, null);
			case "correct" -> submit(caller, fixture, Math.max(1, fixture.newest()), null);
			case "revise" -> submit(caller, fixture, Math.max(1, fixture.newest()), "\"correction\"");
			case "approve" -> caller.approve(fixture.submission());
			case "approve-some" ->
				caller.post(review + "/approval", "{\"figures\":[\"%s\"]}".formatted(fixture.indicator()));
			case "return" -> caller.post(review + "/return", "{\"reason\":\"请核对\"}");
			case "return-some" -> caller.post(review + "/return",
					"{\"figures\":[{\"indicator\":\"%s\",\"reason\":\"请核对\"}]}".formatted(fixture.indicator()));
			default -> throw new IllegalArgumentException(action);
		};
	}

	/**
	 * Types over what the department's draft of the month holds, and sees what that leads
	 * to.
	 */
	private Api.Answer draft(Api caller, Fixture fixture) {
		int version = this.jdbc.sql(
				"SELECT coalesce(max(version), 0) FROM draft WHERE plan_id = :plan AND extract(month FROM period_start) = :month")
			.param("plan", fixture.plan())
			.param("month", Integer.parseInt(fixture.period().substring(5)))
			.query(Integer.class)
			.single();
		return caller.shown(caller.send(caller.request("/fill/%s/%s/draft".formatted(fixture.plan(), fixture.period()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("%s.value=7.%d&%s.status=P&version.mine=%d"
				.formatted(fixture.indicator(), version + 1, fixture.indicator(), version)))));
	}

	private Fixture drafted(Fixture fixture) {
		assertThat(draft(caller("colleague"), fixture).status()).isEqualTo(200);
		return fixture;
	}

	private static Api.Answer submit(Api caller, Fixture fixture, @Nullable Integer replaces, @Nullable String kind) {
		return caller.post("/api/plans/" + fixture.plan() + "/submissions",
				"""
						{"period":"%s","reason":%s,"figures":[{"indicator":"%s","value":"5.%d","status":"P","replaces":%s,"kind":%s}]}
						"""
					.formatted(fixture.period(), (replaces != null) ? "\"录入有误\"" : "null", fixture.indicator(),
							fixture.newest(), replaces, kind));
	}

	/**
	 * Every revision of a figure with its decision and draft, as the database has them.
	 */
	private String recorded(Fixture fixture) {
		return revisions(fixture) + " "
				+ this.jdbc.sql("""
						SELECT coalesce(string_agg(field || '=' || typed, '; ' ORDER BY field), '') FROM draft_field
						WHERE plan_id = :plan AND indicator = :indicator AND extract(month FROM period_start) = :month
						""")
					.param("plan", fixture.plan())
					.param("indicator", fixture.indicator())
					.param("month", Integer.parseInt(fixture.period().substring(5)))
					.query(String.class)
					.single();
	}

	private String revisions(Fixture fixture) {
		return this.jdbc
			.sql("""
					SELECT string_agg(f.revision || ' ' || f.value || ' ' || coalesce(r.approved::text, '-'), '; ' ORDER BY f.revision)
					FROM figure_revision f
					LEFT JOIN figure_review r USING (plan_id, indicator, period_start, period_end, revision)
					WHERE f.plan_id = :plan AND f.indicator = :indicator AND extract(month FROM f.period_start) = :month
					""")
			.param("plan", fixture.plan())
			.param("indicator", fixture.indicator())
			.param("month", Integer.parseInt(fixture.period().substring(5)))
			.query(String.class)
			.optional()
			.orElse("nothing");
	}

}
