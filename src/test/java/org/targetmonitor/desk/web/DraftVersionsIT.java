package org.targetmonitor.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.desk.Draft;
import org.targetmonitor.desk.Drafts;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.period.Period;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A draft's text is that of its version, also while a colleague saves: with the newer
 * version beside the older text, the next saving would take the colleague's away.
 */
@MonitorTest
class DraftVersionsIT {

	private static final Period PERIOD = Period.parse("2024-Q2").orElseThrow();

	private static final int SAVINGS = 300;

	@Autowired
	private Drafts drafts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void textAndVersionAreOfOneSaving() throws Exception {
		this.jdbc.sql("DELETE FROM draft").update();
		assertThat(save(0).version()).isEqualTo(1);
		try (ExecutorService colleague = Executors.newSingleThreadExecutor()) {
			Future<?> saving = colleague.submit(() -> {
				for (int version = 1; version < SAVINGS; version++) {
					assertThat(save(version).version()).isEqualTo(version + 1);
				}
			});
			while (!saving.isDone()) {
				Draft seen = this.drafts.of("yuhang-2024", PERIOD, List.of("finance")).getFirst();
				assertThat(text(seen)).isEqualTo("version " + seen.version());
			}
			saving.get();
		}
	}

	/** Over that version; the text is that of the next. */
	private Draft save(int version) {
		Typed typed = Typed.NOTHING.with(Typed.NOTE, "version " + (version + 1));
		return this.drafts.keep(new Draft("yuhang-2024", PERIOD, "finance", version, "finance", Instant.EPOCH,
				Map.of("budget-revenue", typed)));
	}

	private static String text(Draft draft) {
		return draft.rows().getOrDefault("budget-revenue", Typed.NOTHING).of(Typed.NOTE);
	}

}
