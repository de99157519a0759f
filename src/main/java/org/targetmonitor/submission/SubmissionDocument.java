package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.ExtentReader;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/** Reads a submission from the tree it was sent as. */
public final class SubmissionDocument {

	/** More than any plan has indicators; a longer list is a mistake. */
	static final int MOST_FIGURES = 20_000;

	private static final Map<String, RevisionKind> KINDS = Fields.byKey(RevisionKind.values(), RevisionKind::key);

	private static final Period NO_PERIOD = new Period(2000, Frequency.YEARLY, 1);

	private SubmissionDocument() {
	}

	/** What reading gave: a submission to be checked, or faults. */
	public record Reading(Submission submission, List<Fault> faults) {

		public Reading {
			faults = List.copyOf(faults);
		}

	}

	/**
	 * Reads {@code document}; with faults, the submission holds stand-ins and is not to
	 * be used.
	 */
	public static Reading read(Node document) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", "submission", faults);
		Period period = period(fields);
		String reason = text(fields, "reason");
		fields.requiredNode("figures");
		List<Figure> figures = new ArrayList<>();
		List<Node> items = fields.items("figures");
		for (int index = 0; index < Math.min(items.size(), MOST_FIGURES); index++) {
			figures.add(figure(items.get(index), index, faults));
		}
		fields.refuseOthers();
		if (fields.has("figures") && (items.isEmpty() || items.size() > MOST_FIGURES)) {
			fields.fault("figures", "required",
					Text.format("一次报送应有1至%d项数据", "a submission has 1 to %d figures", MOST_FIGURES));
		}
		return new Reading(new Submission(period, reason, figures), faults);
	}

	private static Period period(Fields fields) {
		String code = fields.requiredText("period");
		Optional<Period> period = Period.parse(code);
		if (!code.isEmpty() && period.isEmpty()) {
			fields.fault("period", "period", Text.format("“%s”不是报告期，应如 2024-Q3、2024-S1、2024-09 或 2024",
					"\"%s\" is no period like 2024-Q3, 2024-S1, 2024-09 or 2024", code));
		}
		return period.orElse(NO_PERIOD);
	}

	private static Figure figure(Node node, int index, List<Fault> faults) {
		Subject subject = Subject.figure(index, code(node));
		Fields fields = Fields.of(node, subject, "figures", faults);
		Figure figure = new Figure(fields.requiredText("indicator"), value(fields), exact(fields, "level"),
				exact(fields, "quarter-value"), status(fields), fields.choice("kind", KINDS).orElse(null),
				fields.whole("replaces", 1, 1_000_000).orElse(null),
				Figure.details((detail) -> text(fields, detail.key())));
		fields.refuseOthers();
		return figure;
	}

	private static String code(Node node) {
		return (node instanceof Node.Mapping mapping && mapping.entries().get("indicator") instanceof Node.Scalar code)
				? code.text() : "";
	}

	private static ObsStatus status(Fields fields) {
		String code = fields.requiredText("status");
		if (code.equals("F")) {
			fields.fault("status", "forecast",
					new Text("预测数不能报送：预测不作评价依据", "a forecast is not taken: it judges nothing"));
		}
		else if (!code.isEmpty() && ObsStatus.of(code).isEmpty()) {
			fields.fault("status", "choice", Text.format("“%s”无效，可用：P 初步核算（快报）、A 最终核实（年报、决算）、E 估计、B 口径调整、L 有数未收、M 无此数",
					"\"%s\" is none of P, A, E, B, L, M", code));
		}
		return ObsStatus.of(code).orElse(ObsStatus.P);
	}

	/** What has no exact number has a field of its own, and says so in it. */
	private static @Nullable BigDecimal value(Fields fields) {
		if (isExtent(fields, "value")) {
			fields.fault("value", "extent", new Text("没有确切数值的结果请填在 extent 中",
					"a result without an exact number stands in extent, in place of value"));
			return null;
		}
		return number(fields, "value");
	}

	/** The level and the quarter's own value are exact or not there. */
	private static @Nullable BigDecimal exact(Fields fields, String key) {
		if (isExtent(fields, key)) {
			fields.fault(key, "exact", ExtentReader.EXACT_ONLY);
			return null;
		}
		return number(fields, key);
	}

	/** Whatever the unit: the indicator is not known here. */
	private static boolean isExtent(Fields fields, String key) {
		return fields.node(key)
			.filter((node) -> node instanceof Node.Scalar given
					&& !(Numbers.read(given.text()) instanceof Numbers.Exact)
					&& ExtentReader.read(given.text(), "") instanceof ExtentReader.Taken)
			.isPresent();
	}

	private static @Nullable BigDecimal number(Fields fields, String key) {
		return fields.number(key).orElse(null);
	}

	private static @Nullable String text(Fields fields, String key) {
		return fields.text(key).filter((text) -> !text.isBlank()).orElse(null);
	}

}
