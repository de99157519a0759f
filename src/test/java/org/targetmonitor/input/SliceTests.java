package org.targetmonitor.input;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SliceTests {

	private static final List<Integer> SEVEN = IntStream.rangeClosed(1, 7).boxed().toList();

	@ParameterizedTest
	@CsvSource({ "1, 1, '[1, 2, 3]'", "2, 2, '[4, 5, 6]'", "3, 3, [7]", "4, 3, [7]", "2147483647, 3, [7]",
			"0, 1, '[1, 2, 3]'", "-5, 1, '[1, 2, 3]'" })
	void beyondTheEndsIsTheFirstOrTheLastPage(int asked, int page, String rows) {
		Slice<Integer> slice = Slice.of(SEVEN, asked, 3);

		assertThat(slice.rows()).hasToString(rows);
		assertThat(slice).extracting(Slice::page, Slice::pages, Slice::all).containsExactly(page, 3, 7);
	}

	@Test
	void nothingIsOneEmptyPage() {
		assertThat(Slice.of(List.of(), 1, 3)).isEqualTo(new Slice<>(List.of(), 1, 1, 0));
		assertThat(Slice.of(SEVEN, 1, 7).pages()).isEqualTo(1);
	}

}
