// Draws an indicator's path: what was reached as solid line with circles, what counts as met as dashed steps with diamonds.
// Shape and dash tell the two apart without colour; the table beside it has the same numbers.
document.addEventListener("DOMContentLoaded", () => {
	if (typeof echarts !== "undefined") {
		document.querySelectorAll(".drawing").forEach(draw);
	}
});

function draw(place) {
	const data = JSON.parse(place.dataset.chart);
	const chart = echarts.init(place, null, { renderer: "svg" });
	const names = [...place.closest(".condition").querySelectorAll("table.points tbody th > span:first-child")].map((name) => name.textContent);
	const numbers = (values) => values.map((value) => value === null ? null : Number(value));
	const actual = numbers(data.actual);
	const line = numbers(data.line);
	const upper = data.upper ? numbers(data.upper) : [];
	// What was published without an exact number: a hollow mark at each number that is written, said as it was published
	const written = (data.written || []).flatMap((those, index) => those.map((number, which) => ({ value: [index, Number(number)], label: { show: which === 0, formatter: data.said[index] } })));
	// Each series with as many decimals as its numbers come with, the axis with as many more as its ticks need
	const places = (text) => (String(text).split(".")[1] || "").length;
	const decimals = (texts) => Math.max(0, ...texts.filter((text) => text !== null).map(places));
	const said = (texts) => (value) => value === null || value === undefined ? "—" : value.toFixed(decimals(texts)) + data.unit;
	// The numbers of the upper line stand above it, those of the lower one below
	const isAbove = (index) => actual[index] === null || line[index] === null || (data.places ? actual[index] <= line[index] : actual[index] >= line[index]);
	const placed = (values, upper) => values.map((value, index) => ({ value, label: { position: isAbove(index) === upper ? "top" : "bottom" } }));
	const shown = (values) => (point) => values[point.dataIndex] === null ? "" : said(values)(Number(values[point.dataIndex]));
	// From 0 where quantities are compared; rates have an axis of their own around what is drawn
	const all = [...actual, ...line, ...upper, ...written.map((mark) => mark.value[1])].filter((value) => value !== null);
	const low = Math.min(...all);
	const high = Math.max(...all);
	const room = Math.max((high - low) * 0.25, Math.abs(high) * 0.02, 0.1);
	const floor = data.fromZero ? 0 : Math.floor((low - room) * 10) / 10;
	// The first place stands on top, and there is none between two
	const scale = data.places ? { inverse: true, min: Math.max(1, low - 1), max: high + 1, minInterval: 1 } : { min: floor };
	chart.setOption({
		animation: false,
		grid: { left: 12, right: 32, top: 44, bottom: 8, containLabel: true },
		legend: { top: 0, left: 0, itemWidth: 34, data: [data.actualName, data.lineName] },
		tooltip: { trigger: "axis", renderMode: "richText" },
		xAxis: { type: "category", position: "bottom", data: names, axisLabel: { hideOverlap: false, interval: 0, width: Math.min(150, (place.clientWidth - 60) / names.length - 6), overflow: "break", fontSize: place.clientWidth < 500 ? 10 : 12 } },
		yAxis: { type: "value", ...scale, axisLabel: { formatter: (value) => value.toFixed(Math.max(data.fromZero ? 0 : decimals(data.actual), Math.min(places(value), 4))) + data.unit } },
		series: [
			{ name: data.lineName, type: "line", step: data.fromZero ? false : "middle", symbol: "diamond", symbolSize: 9, lineStyle: { color: "#8a4b00", type: "dashed", width: 2 }, itemStyle: { color: "#8a4b00" }, label: { show: data.fromZero, position: "bottom", color: "#8a4b00", formatter: shown(data.line) }, tooltip: { valueFormatter: said(data.line) }, data: placed(line, false) },
			// The upper edge of an interval is drawn as the lower one is, under the same name
			...(data.upper ? [{ name: data.lineName, type: "line", step: "middle", symbol: "diamond", symbolSize: 9, lineStyle: { color: "#8a4b00", type: "dashed", width: 2 }, itemStyle: { color: "#8a4b00" }, tooltip: { valueFormatter: said(data.upper) }, data: upper }] : []),
			{ name: data.actualName, type: "line", symbol: "circle", symbolSize: 9, lineStyle: { color: "#1f4e79", width: 3 }, itemStyle: { color: "#1f4e79" }, label: { show: true, position: "top", color: "#1f4e79", formatter: shown(data.actual) }, tooltip: { valueFormatter: said(data.actual) }, data: placed(actual, true) },
			...(written.length > 0 ? [{ name: data.actualName, type: "scatter", symbol: "emptyCircle", symbolSize: 11, itemStyle: { color: "#1f4e79" }, label: { position: "top", color: "#1f4e79" }, tooltip: { show: false }, data: written }] : [])
		]
	});
	// Paper has its own width: the drawing is scaled to it as a whole
	const scalable = () => place.querySelector("svg").setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
	scalable();
	window.addEventListener("resize", () => {
		chart.resize();
		scalable();
	});
}
