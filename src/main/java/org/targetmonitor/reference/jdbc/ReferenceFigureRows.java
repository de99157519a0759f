package org.targetmonitor.reference.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.reference.ReferenceRow;
import org.targetmonitor.submission.ObsStatus;

/** Reads reference figures. */
@Component
public class ReferenceFigureRows {

	private static final String SQL = """
			SELECT area_code, indicator, measure, period_start, period_end, revision, area_name, unit, value, obs_status,
			  origin, published, reason, author, recorded_at, known_from
			FROM reference_figure
			""";

	private final JdbcClient jdbc;

	ReferenceFigureRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every revision; what was known when is sorted out by the figures themselves. */
	public ReferenceFigures all() {
		return new ReferenceFigures(this.jdbc.sql(SQL).query((row, number) -> figure(row)).list());
	}

	/** Every revision of some areas. */
	ReferenceFigures of(Collection<String> areas) {
		return new ReferenceFigures(this.jdbc.sql(SQL + "WHERE area_code = ANY(:areas)")
			.param("areas", areas.toArray(String[]::new))
			.query((row, number) -> figure(row))
			.list());
	}

	private static ReferenceFigure figure(ResultSet row) throws SQLException {
		ReferenceFigure.Place place = new ReferenceFigure.Place(row.getString("area_code"), row.getString("indicator"),
				Objects.requireNonNull(ReferenceRow.measures().get(row.getString("measure"))), Period.between(
						row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)));
		return new ReferenceFigure(place, row.getInt("revision"), row.getString("area_name"), row.getString("unit"),
				row.getBigDecimal("value"), ObsStatus.valueOf(row.getString("obs_status")), row.getString("origin"),
				row.getObject("published", LocalDate.class), row.getString("reason"), row.getString("author"),
				row.getTimestamp("recorded_at").toInstant(), row.getTimestamp("known_from").toInstant());
	}

}
