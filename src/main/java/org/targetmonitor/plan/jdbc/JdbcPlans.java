package org.targetmonitor.plan.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanRevision;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.RecordedFigures;
import org.targetmonitor.plan.Relabelling;
import org.targetmonitor.plan.Replacement;

/** Plans as revisions of a heading and of each target. */
@Repository
class JdbcPlans implements Plans {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final PlanRevisionRows revisions;

	private final PlanAppends appends;

	private final PlanVersionRows versions;

	private final RecordedFigures figures;

	JdbcPlans(JdbcClient jdbc, PlatformTransactionManager transactions, PlanRevisionRows revisions, PlanAppends appends,
			PlanVersionRows versions, RecordedFigures figures) {
		this.figures = figures;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.revisions = revisions;
		this.appends = appends;
		this.versions = versions;
	}

	@Override
	public List<String> ids() {
		return this.jdbc.sql("SELECT plan_id FROM plan ORDER BY plan_id")
			.query((row, number) -> row.getString("plan_id"))
			.list();
	}

	@Override
	public List<String> within(String area) {
		List<String> within = new ArrayList<>();
		this.jdbc.sql("""
				SELECT plan_id, area_code, header->'area'->>'parent' AS parent FROM plan_revision
				WHERE revision = (SELECT max(newest.revision) FROM plan_revision newest
				    WHERE newest.plan_id = plan_revision.plan_id)
				ORDER BY plan_id
				""").query((row) -> {
			if (new Area(row.getString("area_code"), Text.same(""), row.getString("parent")).isWithin(area)) {
				within.add(row.getString("plan_id"));
			}
		});
		return within;
	}

	@Override
	public Optional<PlanFile> inForce(String plan, Instant moment) {
		try {
			return recorded(plan, moment);
		}
		catch (DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new PlanUnreadable(plan, ex);
		}
	}

	@Override
	public List<Plan> readable(Instant moment) {
		List<String> ids = ids();
		Function<String, PlanVersions> kept = this.versions.of(ids);
		return ids.stream().flatMap((id) -> {
			try {
				return kept.apply(id).inForce(moment).stream();
			}
			catch (PlanUnreadable ex) {
				return Stream.empty();
			}
		}).toList();
	}

	@Override
	public List<PlanRevision> revisions(String plan) {
		return this.revisions.of(plan);
	}

	@Override
	public List<PlanRevision> revisions(String plan, String part) {
		return this.revisions.of(plan, part);
	}

	@Override
	public List<Plan> ofArea(Plan plan, int first, int last, Instant moment) {
		return this.jdbc.sql("""
				SELECT DISTINCT plan_id FROM plan_revision
				WHERE area_code IN (:areas) AND year BETWEEN :first AND :last AND plan_id <> :plan ORDER BY plan_id
				""")
			.param("areas", plan.area().codes())
			.param("first", first)
			.param("last", last)
			.param("plan", plan.id())
			.query((row, number) -> row.getString("plan_id"))
			.list()
			.stream()
			.flatMap((id) -> readable(id, moment).stream())
			.map(PlanFile::plan)
			.toList();
	}

	/**
	 * One that cannot be read is named by itself; another year's plan goes on without it.
	 */
	private Optional<PlanFile> readable(String plan, Instant moment) {
		try {
			return inForce(plan, moment);
		}
		catch (PlanUnreadable ex) {
			return Optional.empty();
		}
	}

	@Override
	public Recorded record(PlanFile file, @Nullable PlanFile base, Grounds grounds, String author, Instant now) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Recorded recorded = write(file, base, grounds, author, now);
			if (!(recorded instanceof Recorded.Created || recorded instanceof Recorded.Revised)) {
				// What changed nothing must not move the change number
				status.setRollbackOnly();
			}
			return recorded;
		}));
	}

	private Recorded write(PlanFile file, @Nullable PlanFile base, Grounds grounds, String author, Instant asked) {
		String plan = file.plan().id();
		this.jdbc.sql("INSERT INTO plan (plan_id) VALUES (:plan) ON CONFLICT DO NOTHING").param("plan", plan).update();
		this.jdbc.sql("""
				INSERT INTO plan_change (plan_id, number) VALUES (:plan, 1)
				ON CONFLICT (plan_id) DO UPDATE SET number = plan_change.number + 1
				""").param("plan", plan).update();
		Instant now = notBeforeTheLast(plan, asked);
		Optional<PlanFile> before = inForce(plan, now);
		if (before.isEmpty()) {
			Instant knownFrom = fromTheBeginning(file.plan(), now);
			this.appends.append(file, 1, file.definitions().keySet(),
					new PlanAppends.Act(grounds, author, now, knownFrom));
			return new Recorded.Created(List.copyOf(file.definitions().keySet()));
		}
		if (base != null && !replacement(base, before.get()).changesNothing()) {
			return new Recorded.ChangedMeanwhile();
		}
		Replacement replacement = replacement(before.get(), file);
		return replacement.refused(grounds, now).or(() -> relabelled(file)).orElseGet(() -> {
			Integer heading = replacement.heading() ? this.appends.nextHeading(plan) : null;
			this.appends.append(file, heading, replacement.targets(), new PlanAppends.Act(grounds, author, now, now));
			return new Recorded.Revised(replacement.heading(), replacement.targets());
		});
	}

	@Override
	public List<Fault> relabels(PlanFile file) {
		String plan = file.plan().id();
		return Relabelling.faults(file, this.versions.of(List.of(plan)).apply(plan), this.figures.of(plan));
	}

	/** Nothing is handed in meanwhile: whoever does waits for the change number. */
	private Optional<Recorded> relabelled(PlanFile file) {
		return Optional.of(relabels(file)).filter((faults) -> !faults.isEmpty()).map(Recorded.Relabels::new);
	}

	/** Whoever waited for another writer comes after what that one recorded. */
	private Instant notBeforeTheLast(String plan, Instant asked) {
		return this.jdbc.sql("""
				SELECT max(known_from) AS last FROM (
				  SELECT known_from FROM plan_revision WHERE plan_id = :plan
				  UNION ALL SELECT known_from FROM target_revision WHERE plan_id = :plan
				) revisions
				""")
			.param("plan", plan)
			.query((row, number) -> Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant))
			.single()
			.filter((last) -> last.isAfter(asked))
			.orElse(asked);
	}

	/**
	 * A plan's first targets count from the year's beginning, however late the file is
	 * loaded.
	 */
	private static Instant fromTheBeginning(Plan plan, Instant now) {
		Instant beginning = LocalDate.of(plan.year(), 1, 1).atStartOfDay(plan.zone()).toInstant();
		return beginning.isBefore(now) ? beginning : now;
	}

	private static Replacement replacement(PlanFile before, PlanFile file) {
		boolean heading = !JsonTree.canonical(before.header()).equals(JsonTree.canonical(file.header()));
		return new Replacement(before.plan(), file.plan(), heading, changed(before, file));
	}

	private static List<String> changed(PlanFile before, PlanFile file) {
		Map<String, Integer> order = PlanAppends.positions(file);
		Map<String, Integer> orderBefore = PlanAppends.positions(before);
		TreeSet<String> all = new TreeSet<>(orderBefore.keySet());
		all.addAll(order.keySet());
		return all.stream()
			.filter((indicator) -> !same(before.definitions().get(indicator), file.definitions().get(indicator))
					|| !Objects.equals(order.get(indicator), orderBefore.get(indicator)))
			.toList();
	}

	private static boolean same(Node.@Nullable Mapping before, Node.@Nullable Mapping now) {
		return before != null && now != null && JsonTree.canonical(before).equals(JsonTree.canonical(now));
	}

	/**
	 * The newest heading and the newest revision of each target that were known,
	 * withdrawn targets left out; in one statement, for from two they could be of
	 * different changes.
	 */
	private Optional<PlanFile> recorded(String plan, Instant moment) {
		List<Node> parts = this.jdbc
			.sql("""
					(SELECT 0 AS part, 0 AS position, '' AS indicator, header::text AS document FROM plan_revision
					WHERE plan_id = :plan AND known_from <= :moment
					ORDER BY revision DESC LIMIT 1)
					UNION ALL
					SELECT 1, t.position, t.indicator, t.definition::text
					FROM target_revision t
					WHERE t.plan_id = :plan AND t.known_from <= :moment AND t.definition IS NOT NULL
					AND t.revision = (SELECT max(newest.revision) FROM target_revision newest
					    WHERE newest.plan_id = t.plan_id AND newest.indicator = t.indicator AND newest.known_from <= :moment)
					AND EXISTS (SELECT FROM plan_revision h WHERE h.plan_id = :plan AND h.known_from <= :moment)
					ORDER BY part, position, indicator
					""")
			.param("plan", plan)
			.param("moment", Timestamp.from(moment))
			.query((row, number) -> JsonTree.read(row.getString("document")))
			.list();
		return parts.isEmpty() ? Optional.empty()
				: Optional.of(PlanFile.read((Node.Mapping) parts.getFirst(), parts.subList(1, parts.size()), plan));
	}

}
