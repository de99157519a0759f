package org.targetmonitor.account.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed into the filter of the audit. */
class AuditQueryTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** Two plans lie in the area 330000. */
	private static final GrantScopes SCOPES = new GrantScopes() {

		@Override
		public List<Scope> all() {
			return List.of();
		}

		@Override
		public Optional<List<String>> within(String area) {
			return area.equals("330000") ? Optional.of(List.of("demo", "other")) : Optional.empty();
		}

	};

	private static AuditQuery of(@Nullable String from, @Nullable String until, @Nullable String action) {
		return new AuditQuery(from, until, null, action, null, null, null, null);
	}

	private static @Nullable List<String> plans(@Nullable String plan, @Nullable String area) {
		return new AuditQuery(null, null, null, null, plan, area, null, null).filter(ZONE, SCOPES).plans();
	}

	@Test
	void daysAreWholeDaysOfTheZone() {
		AuditQuery query = new AuditQuery(" 2024-10-20", "2024-10-21", " li ", "plan", "demo", " ", "false", " 市 区 ");
		assertThat(query.faults(SCOPES)).isEmpty();
		assertThat(query.filter(ZONE, SCOPES)).isEqualTo(new AuditFilter(Instant.parse("2024-10-19T16:00:00Z"),
				Instant.parse("2024-10-21T16:00:00Z"), "li", AuditAction.PLAN, List.of("demo"), false, "市 区"));
		assertThat(query.encoded()).isEqualTo("from=2024-10-20&until=2024-10-21&actor=li&action=plan&plan=demo"
				+ "&succeeded=false&text=%E5%B8%82+%E5%8C%BA");
	}

	@Test
	void anOutcomeThatIsNoneIsNotTakenForARefusal() {
		AuditQuery query = new AuditQuery(null, null, null, null, null, null, "maybe", null);
		assertThat(query.faults(SCOPES)).extracting(Text::en)
			.containsExactly("the outcome is true or false, not \"maybe\"");
	}

	@Test
	void whatIsBlankNarrowsNothing() {
		AuditQuery query = new AuditQuery("", " ", "", " ", null, "", "", "  ");
		assertThat(query.faults(SCOPES)).isEmpty();
		assertThat(query.filter(ZONE, SCOPES)).isEqualTo(new AuditFilter(null, null, null, null, null, null, null));
		assertThat(query.encoded()).isEmpty();
	}

	/** The first and the last day that the database is asked about. */
	@ParameterizedTest
	@CsvSource({ "1899-12-31,1", "1900-01-01,0", "9000-12-31,0", "9001-01-01,1", "2024-02-30,1", "20.10.2024,1" })
	void aDayThatIsNoneIsNamed(String day, int faults) {
		assertThat(of(day, null, null).faults(SCOPES)).hasSize(faults).allMatch((fault) -> fault.zh().contains(day));
		assertThat(of(null, day, null).faults(SCOPES)).hasSize(faults);
		assertThat(of(day, null, null).filter(ZONE, SCOPES).from() == null).isEqualTo(faults > 0);
	}

	@Test
	void anAreaMeansThePlansInItAndAPlanBesideItOneOfThem() {
		assertThat(plans(null, null)).isNull();
		assertThat(plans(" demo ", null)).containsExactly("demo");
		assertThat(plans(null, " 330000 ")).containsExactly("demo", "other");
		assertThat(plans("other", "330000")).containsExactly("other");
		assertThat(plans("elsewhere", "330000")).isEmpty();
		AuditQuery none = new AuditQuery(null, null, null, null, null, "33", null, null);
		assertThat(none.faults(SCOPES)).singleElement().matches((fault) -> fault.zh().contains("“33”不是"));
		assertThat(none.encoded()).isEqualTo("area=33");
	}

	@Test
	void anActionThatIsNoneIsNamed() {
		assertThat(of(null, null, "dance").faults(SCOPES)).singleElement()
			.matches((fault) -> fault.en().equals("there is no action \"dance\""));
		assertThat(of("x", "y", "dance").faults(SCOPES)).hasSize(3);
	}

}
