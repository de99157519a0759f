package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was sealed once must give the same hash for ever. */
class ChainLinkTests {

	/**
	 * Computed outside the monitor, by sha256sum over the text that RATIONALE.md
	 * describes.
	 */
	@Test
	void aLinkKeepsItsHashAcrossVersions() {
		ChainLink link = ChainLink.seal("demo-2024", 2, ChainLink.Kind.SUBMISSION,
				UUID.fromString("00000000-0000-0000-0000-000000000001"), Instant.parse("2024-04-10T04:00:00Z"), "aa",
				List.of(new ChainFact("figure/gdp/2024-01-01/2024-04-01/1", "note=6:说明\nreason=~\n")));
		assertThat(link.hash()).isEqualTo("1b5703f057bb3196c389bbe96b9b4893e9c2bbeab2111fc826400f770702cff8");
	}

}
