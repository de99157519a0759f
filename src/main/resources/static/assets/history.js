// Draws an indicator's approved values against its target; the table beside it says the same.
document.addEventListener("DOMContentLoaded", () => {
	const place = document.getElementById("chart");
	if (!place || typeof echarts === "undefined") {
		return;
	}
	const data = JSON.parse(place.dataset.chart);
	const chart = echarts.init(place, null, { renderer: "svg" });
	const target = data.target === null ? undefined : {
		symbol: "none",
		silent: true,
		lineStyle: { color: "#b3261e", type: "dashed" },
		label: { formatter: place.dataset.line + " " + data.target + data.unit, position: "insideStartTop", color: "#b3261e" },
		data: [{ yAxis: Number(data.target) }]
	};
	const names = [...document.querySelectorAll("table.points tbody th")].map((name) => name.textContent);
	const values = data.points.map((point) => Number(point.value));
	const line = data.target === null ? undefined : Number(data.target);
	// The axis is the data's own unless the target lies outside of it
	const above = line > 0 && line > Math.max(...values) ? line : undefined;
	const below = line < 0 && line < Math.min(...values) ? line : undefined;
	chart.setOption({
		animation: false,
		grid: { left: 12, right: 24, top: 32, bottom: 8, containLabel: true },
		tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => value + data.unit },
		xAxis: { type: "category", data: names },
		yAxis: { type: "value", min: below, max: above, axisLabel: { formatter: "{value}" + data.unit } },
		series: [{ name: data.name, type: "line", symbolSize: 9, lineStyle: { color: "#1f4e79" }, itemStyle: { color: "#1f4e79" }, label: { show: true, formatter: (point) => data.points[point.dataIndex].value }, data: values, markLine: target }]
	});
	window.addEventListener("resize", () => chart.resize());
});
