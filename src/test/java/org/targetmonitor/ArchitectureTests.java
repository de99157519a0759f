package org.targetmonitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.targetmonitor.plan.Goal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house stands as the design has it. Every rule is made for a root package: for the
 * project's it has to hold, for that of the canaries it has to fail, naming them.
 */
class ArchitectureTests {

	private static final String MAIN = "org.targetmonitor";

	private static final String CANARY = "org.targetmonitor.canary";

	/** Each sees only those before it. */
	private static final List<String> ORDER = List.of("input", "period", "plan", "submission", "reference", "oversight",
			"progress", "metrics", "report", "desk", "account", "platform");

	private static final List<String> FEATURES = ORDER.subList(0, ORDER.size() - 1);

	private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(MAIN);

	private static final JavaClasses CANARIES = new ClassFileImporter().importPackages(CANARY);

	/** Adapters that others are meant to use, or that the template engine has to see. */
	private static final Set<String> PUBLIC_ADAPTERS = Set.of(
			// How bodies are read and refused, for the web part of every feature
			"org.targetmonitor.input.tree.JsonTree", "org.targetmonitor.input.tree.YamlTree",
			"org.targetmonitor.input.tree.Unparsable", "org.targetmonitor.input.web.Bodies",
			"org.targetmonitor.input.web.Problems", "org.targetmonitor.input.web.PlainAnswers",
			"org.targetmonitor.input.web.AsOf", "org.targetmonitor.input.web.Address",
			// How somebody is told to come again, and how few are let in at once
			"org.targetmonitor.input.web.Later", "org.targetmonitor.input.web.Turns",
			// How many rows are sent at once
			"org.targetmonitor.plan.jdbc.Batches",
			// Who asks
			"org.targetmonitor.account.web.SignedIn", "org.targetmonitor.account.web.Viewer",
			"org.targetmonitor.account.web.AuditTrail", "org.targetmonitor.account.web.AccountRow",
			"org.targetmonitor.account.web.GrantRow", "org.targetmonitor.account.web.GrantChoices",
			"org.targetmonitor.account.web.AccountProperties", "org.targetmonitor.account.web.PeopleNames",
			// What an account may hand in, for form, sheet and API
			"org.targetmonitor.submission.web.Authors", "org.targetmonitor.submission.web.OutcomeTrail",
			// A plan and its figures are read in one transaction
			"org.targetmonitor.plan.jdbc.PlanVersionRows", "org.targetmonitor.plan.jdbc.ByPlan",
			"org.targetmonitor.submission.jdbc.FigureRows", "org.targetmonitor.submission.jdbc.BaseShareRows",
			"org.targetmonitor.reference.jdbc.ReferenceFigureRows", "org.targetmonitor.submission.jdbc.HeldPlan",
			"org.targetmonitor.submission.jdbc.FigureAppends",
			// One of the migrations, also of a database that is prepared before the
			// monitor starts
			"org.targetmonitor.submission.jdbc.ChainsBegin", "org.targetmonitor.input.tree.CsvRows",
			// Sheets are read, and templates made, for the staff's pages
			"org.targetmonitor.submission.sheet.Sheets", "org.targetmonitor.submission.sheet.Template",
			// Which plans a page is about, as they stand now
			"org.targetmonitor.progress.web.Present", "org.targetmonitor.progress.web.PlanQuery",
			"org.targetmonitor.progress.web.PlanChoices",
			// Thymeleaf reads public records only
			"org.targetmonitor.desk.web.SheetPreview", "org.targetmonitor.desk.web.SheetView",
			"org.targetmonitor.submission.web.ChainRow", "org.targetmonitor.submission.web.ChainStartRow",
			"org.targetmonitor.account.web.AuditRow", "org.targetmonitor.account.web.AuditQuery",
			"org.targetmonitor.progress.web.TasksPlan", "org.targetmonitor.progress.web.TaskRow",
			"org.targetmonitor.progress.web.OverviewPlan", "org.targetmonitor.progress.web.OverviewRow",
			"org.targetmonitor.progress.web.AreaRow", "org.targetmonitor.progress.web.PlanLine",
			"org.targetmonitor.progress.web.TargetQuery", "org.targetmonitor.reference.web.ReferenceQuery",
			"org.targetmonitor.reference.web.ReferenceForm",
			// Thymeleaf reads them for the page of a period
			"org.targetmonitor.desk.web.DueGroup", "org.targetmonitor.desk.web.FillPage",
			"org.targetmonitor.desk.web.FillRow", "org.targetmonitor.desk.web.FillSaid",
			"org.targetmonitor.desk.web.FillLight", "org.targetmonitor.desk.web.ReceiptRow");

	static final List<String> FEATURE_ORDER = ORDER;

	@ParameterizedTest
	@FieldSource("FEATURE_ORDER")
	void packageSeesOnlyThoseBeforeIt(String name) {
		seesOnlyThoseBefore(MAIN, name).check(MAIN_CLASSES);
	}

	@Test
	void noticesAPackageThatSeesALaterOne() {
		assertThat(faults(seesOnlyThoseBefore(CANARY, "period")))
			.anyMatch((fault) -> fault.contains("SeesALaterPackage"));
		assertThat(faults(seesOnlyThoseBefore(CANARY, "plan"))).anyMatch((fault) -> fault.contains("SeesAnAccount"))
			.noneMatch((fault) -> fault.contains("PublicAdapter.account"))
			.noneMatch((fault) -> fault.contains("SeesAnEarlierPackage"));
	}

	@Test
	void orderNamesEveryPackage() {
		assertThat(MAIN_CLASSES.getPackage(MAIN).getSubpackages()).extracting((found) -> found.getRelativeName())
			.containsExactlyInAnyOrderElementsOf(ORDER);
	}

	@Test
	void featuresHaveNoCircle() {
		noCircle(MAIN).check(MAIN_CLASSES);
	}

	@Test
	void noticesACircle() {
		assertThat(faults(noCircle(CANARY))).anyMatch((fault) -> fault.contains("Cycle detected: Slice period")
				&& fault.contains("SeesALaterPackage") && fault.contains("SeesAnEarlierPackage"));
	}

	static final List<String> FEATURE_ROOTS = FEATURES;

	@ParameterizedTest
	@FieldSource("FEATURE_ROOTS")
	void featureRootIsPlainJava(String feature) {
		plainJava(MAIN, feature).check(MAIN_CLASSES);
	}

	@Test
	void noticesAFeatureRootThatIsNotPlainJava() {
		assertThat(faults(plainJava(CANARY, "plan"))).anyMatch((fault) -> fault.contains("UsesSpring"))
			.anyMatch((fault) -> fault.contains("UsesItsAdapter"));
	}

	@Test
	void adaptersArePackagePrivate() {
		adaptersArePackagePrivate(MAIN).check(MAIN_CLASSES);
	}

	@Test
	void noticesAPublicAdapter() {
		assertThat(faults(adaptersArePackagePrivate(CANARY))).anyMatch((fault) -> fault.contains("PublicAdapter"));
	}

	@Test
	void everyListedAdapterIsStillPublic() {
		assertThat(PUBLIC_ADAPTERS).allMatch((name) -> MAIN_CLASSES.contain(name)
				&& MAIN_CLASSES.get(name).getModifiers().toString().contains("PUBLIC"));
	}

	@Test
	void numbersAreDecimalOutsideMetrics() {
		numbersAreDecimal(MAIN).forEach((rule) -> rule.check(MAIN_CLASSES));
	}

	@Test
	void noticesBinaryNumbers() {
		List<String> faults = numbersAreDecimal(CANARY).flatMap((rule) -> faults(rule).stream()).toList();
		assertThat(faults).anyMatch((fault) -> fault.contains("CountsInBinary.field"))
			.anyMatch((fault) -> fault.contains("CountsInBinary.share()"))
			.anyMatch((fault) -> fault.contains("CountsInBinary.boxed()"));
	}

	@Test
	void timeIsPassedIn() {
		timeIsPassedIn(MAIN).check(MAIN_CLASSES);
	}

	@Test
	void noticesWhoAsksTheWallClock() {
		List<String> faults = faults(timeIsPassedIn(CANARY));
		assertThat(Stream.of("now()", "today()", "here()", "system()", "millis()", "reference()")).allMatch(
				(method) -> faults.stream().anyMatch((fault) -> fault.contains("AsksTheWallClock." + method)),
				"noticed");
		assertThat(faults).noneMatch((fault) -> fault.contains("passedIn"));
	}

	@Test
	void kindsOfGoalAreKnownToPlansOnly() {
		kindsOfGoalAreKnownToPlansOnly(MAIN).check(MAIN_CLASSES);
	}

	@Test
	void noticesWhoKnowsKindsOfGoal() {
		assertThat(faults(kindsOfGoalAreKnownToPlansOnly(CANARY)))
			.anyMatch((fault) -> fault.contains("KnowsTheKindsOfGoal") && fault.contains("AtLeast"))
			.anyMatch((fault) -> fault.contains("KnowsTheKindsOfGoal") && fault.contains("AtMost"))
			.anyMatch((fault) -> fault.contains("KnowsTheKindsOfGoal") && fault.contains("Between"))
			.anyMatch((fault) -> fault.contains("SwitchesOnKindsOfGoal") && fault.contains("AtMost"));
	}

	/** What is wrong for a time is said in one place, with when to ask again. */
	@Test
	void oneAnswersLater() {
		oneAnswersLater(MAIN).check(MAIN_CLASSES);
	}

	@Test
	void noticesWhoAnswersLaterInItsOwnWay() {
		assertThat(faults(oneAnswersLater(CANARY)))
			.anyMatch((fault) -> fault.contains("AnswersLater") && fault.contains("SERVICE_UNAVAILABLE"))
			.anyMatch((fault) -> fault.contains("AnswersLater") && fault.contains("Retry-After"));
	}

	/** A wait for guesses has its own length, and a description names the header. */
	private static ArchRule oneAnswersLater(String root) {
		Set<String> others = Set.of(MAIN + ".input.web.Later", MAIN + ".account.web.Refusals",
				MAIN + ".platform.ApiDescription");
		return classes().that()
			.resideInAPackage(root + "..")
			.and(not(DescribedPredicate.<JavaClass>describe("are listed", (type) -> others.contains(type.getName()))))
			.should(new ArchCondition<JavaClass>("leave it to Later") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					String constants = classFile(type);
					Stream.of("SERVICE_UNAVAILABLE", "Retry-After")
						.filter(constants::contains)
						.forEach((word) -> events
							.add(SimpleConditionEvent.violated(type, type.getName() + " says " + word)));
				}
			});
	}

	private static ArchRule seesOnlyThoseBefore(String root, String name) {
		String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size())
			.stream()
			.map((other) -> root + "." + other + "..")
			.toArray(String[]::new);
		DescribedPredicate<JavaClass> unseen = resideInAnyPackage(later);
		ArchRule rule = noClasses().that()
			.resideInAPackage(root + "." + name + "..")
			.and()
			.resideOutsideOfPackage(root + "." + name + ".web..")
			.should()
			.dependOnClassesThat(unseen);
		return both(rule,
				noClasses().that()
					.resideInAPackage(root + "." + name + ".web..")
					.should()
					.dependOnClassesThat(unseen.and(resideOutsideOfPackages(root + ".account.."))));
	}

	private static ArchRule both(ArchRule first, ArchRule second) {
		return CompositeArchRule.of(first.allowEmptyShould(true)).and(second.allowEmptyShould(true));
	}

	private static ArchRule noCircle(String root) {
		return slices().matching(root + ".(*)..").namingSlices("Slice $1").should().beFreeOfCycles();
	}

	/**
	 * java.*, JSpecify and the roots of features; metrics moreover the Prometheus
	 * client's model and writers, which the design builds on.
	 */
	private static ArchRule plainJava(String root, String feature) {
		Stream<String> allowed = Stream.concat(Stream.of("java..", "org.jspecify.annotations"),
				FEATURES.stream().map((name) -> root + "." + name));
		Stream<String> more = feature.equals("metrics")
				? Stream.of("io.prometheus.metrics.model.snapshots", "io.prometheus.metrics.expositionformats")
				: Stream.empty();
		return classes().that()
			.resideInAPackage(root + "." + feature)
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(Stream.concat(allowed, more).toArray(String[]::new)));
	}

	private static ArchRule adaptersArePackagePrivate(String root) {
		String[] adapters = FEATURES.stream().map((name) -> root + "." + name + ".*..").toArray(String[]::new);
		return classes().that()
			.resideInAnyPackage(adapters)
			.and()
			.areTopLevelClasses()
			.and()
			.doNotHaveSimpleName("package-info")
			.and(not(DescribedPredicate.<JavaClass>describe("are listed",
					(type) -> PUBLIC_ADAPTERS.contains(type.getName()))))
			.should()
			.bePackagePrivate();
	}

	private static Stream<ArchRule> numbersAreDecimal(String root) {
		DescribedPredicate<JavaClass> binary = DescribedPredicate.describe("binary numbers",
				(type) -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
					.contains(type.getBaseComponentType().getName()));
		return Stream.of(
				fields().that()
					.areDeclaredInClassesThat(resideOutsideOfPackages(root + ".metrics.."))
					.should()
					.notHaveRawType(binary),
				methods().that()
					.areDeclaredInClassesThat(resideOutsideOfPackages(root + ".metrics.."))
					.should()
					.notHaveRawReturnType(binary));
	}

	private static ArchRule timeIsPassedIn(String root) {
		return noClasses().that()
			.resideOutsideOfPackage(root + ".platform..")
			.should()
			.accessTargetWhere(
					DescribedPredicate.describe("a clock of their own", ArchitectureTests::asksTheWallClock));
	}

	private static boolean asksTheWallClock(JavaAccess<?> access) {
		String owner = access.getTargetOwner().getName();
		String full = access.getTarget().getFullName();
		return switch (access.getTarget().getName()) {
			case "now" -> owner.startsWith("java.time.") && !full.contains("java.time.Clock");
			case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes" ->
				owner.equals("java.time.Clock");
			case "currentTimeMillis" -> owner.equals("java.lang.System");
			case "<init>" -> full.equals("java.util.Date.<init>()");
			default -> false;
		};
	}

	private static ArchRule kindsOfGoalAreKnownToPlansOnly(String root) {
		return classes().that().resideOutsideOfPackage(root + ".plan..").should(nameNoKindOfGoal());
	}

	/**
	 * Looks for the names in the class file itself: ArchUnit does not see the kinds that
	 * a switch names.
	 */
	private static ArchCondition<JavaClass> nameNoKindOfGoal() {
		List<String> kinds = Arrays.stream(Goal.class.getPermittedSubclasses())
			.map((kind) -> kind.getName().replace('.', '/'))
			.toList();
		return new ArchCondition<>("name no kind of goal") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String constants = classFile(type);
				kinds.stream()
					.filter((kind) -> Pattern.compile(kind + "\\b").matcher(constants).find())
					.forEach((kind) -> events
						.add(SimpleConditionEvent.violated(type, type.getName() + " knows the kind " + kind)));
			}
		};
	}

	private static String classFile(JavaClass type) {
		try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
			return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> faults(ArchRule rule) {
		EvaluationResult result = rule.evaluate(CANARIES);
		return result.getFailureReport().getDetails();
	}

}
