package org.targetmonitor.submission.jdbc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The database itself refuses what no reader understands: periods and time zones. */
@MonitorTest
class PeriodsInSchemaIT {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	/** A table with periods that is added needs the check, too. */
	@Test
	void everyTableWithAPeriodHoldsPeriodsOnly() {
		List<String> tables = this.jdbc.sql("""
				SELECT table_name FROM information_schema.columns
				WHERE column_name = 'period_start' AND table_schema = current_schema() ORDER BY table_name
				""").query((row, number) -> row.getString(1)).list();
		List<String> checked = this.jdbc
			.sql("""
					SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
					WHERE contype = 'c' AND pg_get_constraintdef(oid) LIKE '%is_period(period_start, period_end)%' ORDER BY 1
					""")
			.query((row, number) -> row.getString(1))
			.list();
		assertThat(tables).isNotEmpty().isEqualTo(checked);
	}

	@Test
	void isAPeriodWhatThePlansReadersReadAsOne() {
		List<Period> periods = IntStream.of(1900, 2024, 2999)
			.boxed()
			.flatMap((year) -> Arrays.stream(Frequency.values())
				.flatMap((frequency) -> Period.ofYear(year, frequency).stream()))
			.toList();
		assertThat(periods).hasSize(3 * (1 + 2 + 4 + 12))
			.allMatch((period) -> isPeriod(period.start().toString(), period.end().toString()));
	}

	@ParameterizedTest
	@CsvSource({ "2024-01-01,2024-01-02", "2024-01-02,2024-04-01", "2024-01-01,2024-03-31", "2024-02-01,2024-05-01",
			"2024-01-01,2024-03-01", "2024-04-01,2024-10-01", "2024-07-01,2025-07-01", "2024-01-01,2026-01-01",
			"2024-04-01,2024-01-01", "2024-01-01,2024-01-01", "1899-01-01,1900-01-01", "3000-01-01,3001-01-01",
			"2024-01-01,infinity", "-infinity,2024-01-01", "-infinity,infinity" })
	void isNoPeriodWhatTheyDoNot(String start, String end) {
		assertThat(isPeriod(start, end)).isFalse();
		assertThat(refusal(() -> this.jdbc
			.sql("""
					INSERT INTO submission (plan_id, submission_id, period_start, period_end, author, recorded_at, known_from)
					VALUES ('demo-2024', gen_random_uuid(), CAST(? AS date), CAST(? AS date), 'x', now(), now())
					""")
			.params(start, end)
			.update())).hasMessageContaining("submission_period_is_a");
	}

	@Test
	void everyDayOfAYearAgreesWithTheReader() {
		LocalDate first = LocalDate.of(2024, 1, 1);
		for (int start = 0; start < 366; start += 1) {
			for (int days : new int[] { 28, 29, 30, 31, 90, 91, 92, 181, 182, 184, 365, 366 }) {
				LocalDate from = first.plusDays(start);
				assertThat(isPeriod(from.toString(), from.plusDays(days).toString()))
					.isEqualTo(catchThrowable(() -> Period.between(from, from.plusDays(days))) == null);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nowhere/City", "asia/shanghai", "Foo+3", "", "+8:61", "Asia/Shanghai " })
	void aHeadingWithAFalseZoneIsRefused(String zone) {
		assertThat(refusal(() -> heading(zone))).hasMessageContaining("is no time zone");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin", "UTC", "Z", "+08:00", "UTC+8", "GMT-03:30" })
	void aHeadingWithAZoneIsTaken(String zone) {
		assertThat(java.time.ZoneId.of(zone)).isNotNull();
		assertThat(refusal(() -> heading(zone))).isNull();
	}

	private void heading(String zone) {
		this.jdbc
			.sql("""
					INSERT INTO plan_revision (plan_id, revision, area_code, year, header, reason, author, recorded_at, known_from)
					SELECT plan_id, 99, area_code, year, json_build_object('timezone', ?), 'x', 'x', now(), now()
					FROM plan_revision WHERE plan_id = 'demo-2024' AND revision = 1
					""")
			.param(zone)
			.update();
	}

	private boolean isPeriod(String start, String end) {
		return this.jdbc.sql("SELECT is_period(CAST(? AS date), CAST(? AS date))")
			.params(start, end)
			.query(Boolean.class)
			.single();
	}

	/** Undone in any case. */
	private @org.jspecify.annotations.Nullable Throwable refusal(Runnable work) {
		return catchThrowable(() -> this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			work.run();
		}));
	}

}
