package org.targetmonitor.desk.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.desk.Draft;
import org.targetmonitor.desk.Drafts;
import org.targetmonitor.desk.KeptSheet;
import org.targetmonitor.desk.KeptSheets;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.RowsTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What was typed or previewed and not handed in yet. */
@RowsTest
class DraftRowsIT {

	private static final Instant NOON = MonitorTest.START;

	private static final Period FIRST = Period.ofYear(2024, Frequency.QUARTERLY).getFirst();

	private static final Period SECOND = Period.ofYear(2024, Frequency.QUARTERLY).get(1);

	@Autowired
	private Drafts drafts;

	@Autowired
	private KeptSheets sheets;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private final String plan = "plan-" + UUID.randomUUID();

	private final String li = "li-" + this.plan;

	@BeforeEach
	void aPlan() {
		this.clock.set(NOON);
		this.jdbc.sql("INSERT INTO plan (plan_id) VALUES (?)").param(this.plan).update();
	}

	private Draft draft(String department, int version, String author, Map<String, Typed> rows) {
		return new Draft(this.plan, FIRST, department, version, author, NOON.plusSeconds(version), rows);
	}

	private static Map<String, Typed> typed(String value) {
		return Map.of("gdp", new Typed(Map.of(Typed.VALUE, value, Typed.NOTE, "note of " + value)), "cpi",
				new Typed(Map.of(Typed.VALUE, " ２ ")));
	}

	private List<Draft> kept(String... departments) {
		return this.drafts.of(this.plan, FIRST, List.of(departments));
	}

	@Test
	void comesBackAsTypedWithTheNextVersion() {
		assertThat(kept("finance")).isEmpty();
		assertThat(this.drafts.keep(draft("finance", 0, "li", typed("5"))))
			.isEqualTo(new Draft(this.plan, FIRST, "finance", 1, "li", NOON, typed("5")));
		Draft second = this.drafts.keep(draft("finance", 1, "wang", typed("6")));
		assertThat(second)
			.isEqualTo(new Draft(this.plan, FIRST, "finance", 2, "wang", NOON.plusSeconds(1), typed("6")));
		this.drafts.keep(draft("works", 0, "sun", Map.of()));
		assertThat(kept("works", "finance")).containsExactly(second,
				new Draft(this.plan, FIRST, "works", 1, "sun", NOON, Map.of()));
		assertThat(kept("works")).hasSize(1);
		assertThat(this.drafts.of(this.plan, SECOND, List.of("finance"))).isEmpty();
	}

	@Test
	void whoeverComesLateIsGivenWhatIsThereAndChangesNothing() {
		Draft first = this.drafts.keep(draft("finance", 0, "li", typed("5")));
		assertThat(this.drafts.keep(draft("finance", 0, "late", typed("9")))).isEqualTo(first);
		assertThat(this.drafts.keep(draft("finance", 7, "early", typed("9")))).isEqualTo(first);
		assertThat(kept("finance")).containsExactly(first);
	}

	@Test
	void aVersionOfWhatIsNotThereIsAnsweredAsItWasSent() {
		Draft lost = draft("finance", 3, "li", typed("5"));
		assertThat(this.drafts.keep(lost)).isEqualTo(lost);
		assertThat(kept("finance")).isEmpty();
	}

	@Test
	void whatWasHandedInIsRemovedUnderANewVersion() {
		Draft first = this.drafts.keep(draft("finance", 0, "li", typed("5")));
		this.drafts.remove(new Draft(this.plan, FIRST, "finance", 1, "wang", NOON.plusSeconds(60), Map.of()),
				List.of("gdp"));
		assertThat(kept("finance")).containsExactly(new Draft(this.plan, FIRST, "finance", 2, "wang",
				NOON.plusSeconds(60), Map.of("cpi", first.rows().get("cpi"))));
		assertThat(this.drafts.keep(draft("finance", 1, "li", typed("5"))).author()).as("a page that was opened before")
			.isEqualTo("wang");
	}

	@Test
	void removingWhereNothingWasTypedKeepsOlderPagesOut() {
		this.drafts.remove(draft("finance", 0, "li", Map.of()), List.of("gdp"));
		assertThat(kept("finance")).extracting(Draft::version).containsExactly(1);
	}

	private KeptSheet sheet(int number, Instant at) {
		KeptSheet sheet = new KeptSheet(UUID.randomUUID(), this.plan, FIRST, this.li, number + ".xlsx", "{}", at);
		this.sheets.keep(sheet);
		return sheet;
	}

	@Test
	void aSheetIsConfirmedByWhoeverPreviewedItAlone() {
		KeptSheet sheet = sheet(1, NOON);
		assertThat(this.sheets.find(sheet.id(), this.li)).contains(sheet);
		assertThat(this.sheets.find(sheet.id(), "another")).isEmpty();
		assertThat(this.sheets.find(UUID.randomUUID(), this.li)).isEmpty();
	}

	@Test
	void aSheetIsForgottenAfterTwelveHours() {
		KeptSheet sheet = sheet(1, NOON);
		this.clock.set(NOON.plus(Duration.ofHours(12)));
		assertThat(this.sheets.find(sheet.id(), this.li)).contains(sheet);
		sheet(2, this.clock.instant());
		assertThat(rows()).as("not yet removed").isEqualTo(2);
		this.clock.set(NOON.plus(Duration.ofHours(12)).plusSeconds(1));
		assertThat(this.sheets.find(sheet.id(), this.li)).isEmpty();
		sheet(3, this.clock.instant());
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void ofAnAccountsSheetsTheFiveNewestStay() {
		KeptSheet first = sheet(1, NOON);
		KeptSheet second = sheet(2, NOON);
		for (int number = 3; number <= 6; number++) {
			sheet(number, NOON);
		}
		assertThat(rows()).isEqualTo(5);
		assertThat(this.sheets.find(first.id(), this.li)).isEmpty();
		assertThat(this.sheets.find(second.id(), this.li)).isPresent();
	}

	private int rows() {
		return this.jdbc.sql("SELECT count(*) FROM sheet_preview WHERE account = ?")
			.param(this.li)
			.query(Integer.class)
			.single();
	}

}
