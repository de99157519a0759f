package org.targetmonitor.account.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.account.GuessNotices;
import org.targetmonitor.account.GuessedAt;
import org.targetmonitor.account.SignInFailures;
import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.support.RowsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tokens, wrong passwords and events, as they are kept. */
@RowsTest
class StoredTriesIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2024, 4, 10);

	@Autowired
	private Accounts accounts;

	@Autowired
	private Tokens tokens;

	@Autowired
	private SignInFailures failures;

	@Autowired
	private GuessNotices notices;

	@Autowired
	private Audit audit;

	@Autowired
	private TransactionTemplate transaction;

	private final String li = "li-" + UUID.randomUUID();

	/** An address that no other test has. */
	private final String place = UUID.randomUUID().toString();

	@BeforeEach
	void anAccount() {
		this.accounts.create(new Account(this.li, "李文", true, Set.of()), "hash");
	}

	private Token token(Instant made) {
		Token token = new Token(UUID.randomUUID(), this.li, "pull", true, made, made.plus(Duration.ofDays(30)), null,
				null);
		this.tokens.add(token, token.id().toString());
		return token;
	}

	@Test
	void tokensComeBackTheNewestFirst() {
		Token old = token(NOON);
		Token young = token(NOON.plusSeconds(1));
		assertThat(this.tokens.of(this.li)).containsExactly(young, old);
		assertThat(this.tokens.all()).containsSubsequence(young, old);
		assertThat(this.tokens.withDigest(old.id().toString())).contains(old);
		assertThat(this.tokens.withDigest("none")).isEmpty();
		assertThat(TokenRow.of(old, "digest")).hasToString("token " + old.id());
	}

	@Test
	void aTokenIsRevokedOnceAndKeepsTheDayOfItsUse() {
		Token one = token(NOON);
		Token other = token(NOON.plusSeconds(1));
		this.tokens.used(one.id(), TODAY);
		assertThat(this.tokens.revoke(one.id(), NOON)).isTrue();
		assertThat(this.tokens.revoke(one.id(), NOON.plusSeconds(9))).isFalse();
		assertThat(this.tokens.revokeAll(this.li, NOON.plusSeconds(5))).isOne();
		assertThat(this.tokens.revokeAll(this.li, NOON.plusSeconds(6))).isZero();
		assertThat(this.tokens.of(this.li)).extracting(Token::id, Token::lastUsed, Token::revokedAt)
			.containsExactly(tuple(other.id(), null, NOON.plusSeconds(5)), tuple(one.id(), TODAY, NOON));
	}

	@Test
	void failuresAreCountedByNameAndByAddress() {
		Instant late = NOON.plusSeconds(10);
		this.failures.add(this.li, this.place, NOON);
		UUID taken = this.failures.add(this.li, this.place, late);
		this.failures.add(this.li, "other " + this.place, NOON.plusSeconds(5));
		this.failures.add("other-" + this.li, this.place, NOON.plusSeconds(6));
		assertThat(this.failures.ofPlace(this.li, this.place, 5)).containsExactly(late, NOON);
		assertThat(this.failures.ofPlace(this.li, this.place, 1)).containsExactly(late);
		assertThat(this.failures.ofAddress(this.place, 2)).containsExactly(late, NOON.plusSeconds(6));
		assertThat(this.failures.ofName(this.li, NOON)).isEqualTo(new SignInFailures.Tally(2, 2, late));
		assertThat(this.failures.ofName(this.li, late)).isEqualTo(SignInFailures.Tally.NONE);
		assertThat(this.failures.byName(NOON.minusSeconds(1)))
			.containsEntry(this.li, new SignInFailures.Tally(3, 2, late))
			.containsEntry("other-" + this.li, new SignInFailures.Tally(1, 1, NOON.plusSeconds(6)));
		assertThat(this.failures.inAll(NOON.minusSeconds(1), 3)).isEqualTo(3);
		this.failures.takeBack(taken);
		assertThat(this.failures.ofPlace(this.li, this.place, 5)).containsExactly(NOON);
		this.failures.clear(this.li, this.place);
		assertThat(this.failures.ofName(this.li, NOON.minusSeconds(1)).count()).isOne();
		this.failures.clear(this.li);
		assertThat(this.failures.ofName(this.li, NOON.minusSeconds(1))).isEqualTo(SignInFailures.Tally.NONE);
		assertThat(this.failures.ofAddress(this.place, 9)).as("another's").hasSize(1);
	}

	@Test
	void failuresAreForgottenAfterTwoDays() {
		this.failures.add(this.li, this.place, NOON);
		this.failures.add("x", this.place, NOON.plus(Duration.ofDays(2)));
		assertThat(this.failures.ofName(this.li, Instant.EPOCH).count()).isOne();
		this.failures.add("x", this.place, NOON.plus(Duration.ofDays(2)).plusSeconds(1));
		assertThat(this.failures.ofName(this.li, Instant.EPOCH).count()).isZero();
	}

	@Test
	void placesAreForgottenAfterNinetyDays() {
		assertThat(this.failures.knows(this.li, this.place)).isFalse();
		this.failures.remember(this.li, this.place, TODAY);
		this.failures.remember(this.li, "other", TODAY.plusDays(90));
		assertThat(this.failures.knows(this.li, this.place)).isTrue();
		assertThat(this.failures.knows("other", this.place)).isFalse();
		this.failures.remember(this.li, "other", TODAY.plusDays(91));
		assertThat(this.failures.knows(this.li, this.place)).isFalse();
		assertThat(this.failures.knows(this.li, "other")).isTrue();
	}

	@Test
	void aPlaceThatIsUsedAgainIsRememberedFromThatDay() {
		this.failures.remember(this.li, this.place, TODAY);
		this.failures.remember(this.li, this.place, TODAY.plusDays(60));
		this.failures.remember(this.li, "other", TODAY.plusDays(150));
		assertThat(this.failures.knows(this.li, this.place)).isTrue();
		this.failures.remember(this.li, "other", TODAY.plusDays(151));
		assertThat(this.failures.knows(this.li, this.place)).isFalse();
	}

	@Test
	void whatIsDoneInTurnAnswersAndIsUndoneTogether() {
		assertThat(this.failures.inTurn(this.li, this.place, () -> 7)).isEqualTo(7);
		this.transaction.executeWithoutResult((status) -> {
			this.failures.inTurn(this.li, this.place, () -> this.failures.add(this.li, this.place, NOON));
			status.setRollbackOnly();
		});
		assertThat(this.failures.ofPlace(this.li, this.place, 1)).isEmpty();
	}

	@Test
	void aNoticeIsTakenByOneAndSentOnce() {
		String keeper = "keeper-" + this.li;
		this.accounts.create(new Account(keeper, "周明", true, Set.of()), "hash");
		GuessedAt event = new GuessedAt(this.li, 12, 3);
		this.notices.note(event, TODAY, List.of(this.li, keeper));
		this.notices.note(new GuessedAt(this.li, 24, 4), TODAY, List.of(this.li));
		Instant again = NOON.plus(Duration.ofMinutes(10));
		List<GuessNotices.Notice> taken = own(this.notices.take(TODAY, NOON, again));
		assertThat(taken).containsExactlyInAnyOrder(new GuessNotices.Notice(event, TODAY, this.li),
				new GuessNotices.Notice(event, TODAY, keeper));
		assertThat(own(this.notices.take(TODAY, again.minusSeconds(1), again))).isEmpty();
		this.notices.sent(new GuessNotices.Notice(event, TODAY, this.li), NOON);
		assertThat(own(this.notices.take(TODAY, again, again.plusSeconds(1))))
			.containsExactly(new GuessNotices.Notice(event, TODAY, keeper));
		assertThat(own(this.notices.take(TODAY.plusDays(1), again.plusSeconds(9), again))).isEmpty();
	}

	private List<GuessNotices.Notice> own(List<GuessNotices.Notice> notices) {
		return notices.stream().filter((notice) -> notice.event().username().equals(this.li)).toList();
	}

	@Test
	void eventsAreFoundByEachOfTheirFacts() {
		AuditEvent first = event(NOON, AuditAction.SUBMIT, true, "s-1", "demo", "Figures 2", "192.0.2.1");
		AuditEvent second = event(NOON.plusSeconds(1), AuditAction.EXPORT, false, null, null, null, null);
		this.audit.record(first);
		this.transaction.executeWithoutResult((status) -> this.audit.record(second));
		this.transaction.executeWithoutResult((status) -> {
			this.audit.record(event(NOON, AuditAction.PLAN, true, null, null, null, null));
			status.setRollbackOnly();
		});
		assertThat(found(null, null, null, null, null, null)).containsExactly(second, first);
		assertThat(found(NOON.plusSeconds(1), null, null, null, null, null)).containsExactly(second);
		assertThat(found(null, NOON.plusSeconds(1), null, null, null, null)).containsExactly(first);
		assertThat(found(null, null, AuditAction.SUBMIT, null, null, null)).containsExactly(first);
		assertThat(found(null, null, null, List.of("demo", "other"), null, null)).containsExactly(first);
		assertThat(found(null, null, null, List.of(), null, null)).as("an area without plans").isEmpty();
		assertThat(found(null, null, null, null, false, null)).containsExactly(second);
		assertThat(found(null, null, null, null, null, "figures")).containsExactly(first);
	}

	@Test
	void onePageLeadsToTheNextAndTheLastToNone() {
		for (int second = 0; second < 3; second++) {
			this.audit.record(event(NOON.plusSeconds(second), AuditAction.EXPORT, true, null, null, null, null));
		}
		AuditFilter own = filter(null, null, null, null, null, null);
		AuditPage newest = this.audit.find(own, null, 2);
		assertThat(newest.events()).extracting(AuditEvent::at)
			.containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
		AuditPage.Place place = Objects.requireNonNull(newest.next());
		assertThat(place.at()).isEqualTo(NOON.plusSeconds(1));
		AuditPage last = this.audit.find(own, place, 2);
		assertThat(last.events()).extracting(AuditEvent::at).containsExactly(NOON);
		assertThat(last.next()).isNull();
		assertThat(this.audit.find(own, null, 3).next()).isNull();
	}

	private AuditEvent event(Instant at, AuditAction action, boolean succeeded, @Nullable String subject,
			@Nullable String plan, @Nullable String detail, @Nullable String address) {
		return new AuditEvent(at, this.li, action, succeeded, subject, plan, detail, address);
	}

	private AuditFilter filter(@Nullable Instant from, @Nullable Instant until, @Nullable AuditAction action,
			@Nullable List<String> plans, @Nullable Boolean succeeded, @Nullable String text) {
		return new AuditFilter(from, until, this.li, action, plans, succeeded, text);
	}

	private List<AuditEvent> found(@Nullable Instant from, @Nullable Instant until, @Nullable AuditAction action,
			@Nullable List<String> plans, @Nullable Boolean succeeded, @Nullable String text) {
		return this.audit.find(filter(from, until, action, plans, succeeded, text), null, 9).events();
	}

}
