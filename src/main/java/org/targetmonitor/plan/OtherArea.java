package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * An operand that is another area's: 高于全省, 增速快于全市. Within its plan it stands under a code
 * of its own that no indicator can have.
 *
 * @param area the other area's code
 * @param indicator the indicator's code there
 * @param ofLevel whether its quantity is meant, where its figures are rates
 */
public record OtherArea(String area, String indicator, boolean ofLevel) {

	private static final String LEVEL = "/level";

	/** Of its value. */
	public OtherArea(String area, String indicator) {
		this(area, indicator, false);
	}

	/** The same of its quantity. */
	OtherArea level() {
		return new OtherArea(this.area, this.indicator, true);
	}

	private static final char BETWEEN = '/';

	/** The municipalities, which are provinces and called cities. */
	private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

	private static final Set<String> AUTONOMOUS_REGIONS = Set.of("15", "45", "54", "64", "65");

	/** The operand under a code; empty for one of the plan itself. */
	public static Optional<OtherArea> of(String code) {
		int between = code.indexOf(BETWEEN);
		if (between < 0) {
			return Optional.empty();
		}
		String indicator = code.substring(between + 1);
		boolean ofLevel = indicator.endsWith(LEVEL);
		return Optional.of(new OtherArea(code.substring(0, between),
				ofLevel ? indicator.substring(0, indicator.length() - LEVEL.length()) : indicator, ofLevel));
	}

	/** The code that it stands under in its plan. */
	public String code() {
		return this.area + BETWEEN + this.indicator + (this.ofLevel ? LEVEL : "");
	}

	/**
	 * Reads an operand: an indicator's code, or {@code {area: …, indicator: …}} with,
	 * where that is not plain, the area's {@code name}.
	 * @return the code that it stands under
	 */
	static String read(Fields fields, String key) {
		Optional<Node> node = fields.requiredNode(key);
		if (node.isEmpty()) {
			return "";
		}
		if (!(node.get() instanceof Node.Mapping)) {
			String code = fields.requiredText(key);
			if (code.indexOf(BETWEEN) >= 0) {
				fields.fault(key, "operand", new Text("其他地区的指标应分别注明地区和指标，不能连写",
						"another area's indicator is named by its area and its code apart, not in one"));
			}
			return code;
		}
		Fields given = fields.within(node.get(), key);
		String area = given.requiredText("area");
		if (!area.isEmpty() && !Area.isCode(area)) {
			given.fault("area", "area", Area.refusal(area));
		}
		String indicator = given.requiredCode("indicator");
		given.words("name");
		given.refuseOthers();
		return new OtherArea(area, indicator).code();
	}

	/**
	 * What the other area is called in the plan of an area, unless the plan file says it.
	 * @param target the target as it is written
	 */
	Text name(Area own, Fields target) {
		return Stream.of("goal", AndReader.AND, ShareOf.KEY)
			.flatMap((key) -> target.node(key).stream())
			.filter(Node.Mapping.class::isInstance)
			.flatMap((goal) -> ((Node.Mapping) goal).entries().values().stream())
			.flatMap((entry) -> called(entry).stream())
			.findFirst()
			.orElseGet(() -> whole(own));
	}

	private Optional<Text> called(Node entry) {
		if (!(entry instanceof Node.Mapping operand)) {
			return Optional.empty();
		}
		Fields given = new Fields(operand, Subject.of(""), new ArrayList<>());
		boolean meant = given.text("area").filter(this.area::equals).isPresent()
				&& given.text("indicator").filter(this.indicator::equals).isPresent();
		return meant ? given.words("name") : Optional.empty();
	}

	/** An area above is 全国, 全省 or 全市; of any other there is nothing but its code. */
	private Text whole(Area own) {
		Area other = new Area(this.area, Text.same(this.area));
		if (!other.contains(own)) {
			return Text.format("地区%s", "area %s", this.area);
		}
		String digits = other.key();
		if (other.depth() == 0) {
			return new Text("全国", "the country");
		}
		return switch (digits.length()) {
			case 2 -> MUNICIPALITIES.contains(digits) ? new Text("全市", "the municipality")
					: AUTONOMOUS_REGIONS.contains(digits) ? new Text("全区", "the autonomous region")
							: new Text("全省", "the province");
			case 4 -> new Text("全市", "the city");
			case 6 -> Character.isDigit(digits.charAt(0)) ? new Text("全县（区）", "the county or district")
					: Text.format("地区%s", "area %s", this.area);
			case 9 -> new Text("全镇（街道）", "the town");
			default -> Text.format("地区%s", "area %s", this.area);
		};
	}

}
