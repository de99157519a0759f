-- A ratio may be per mille (人口自然增长率, ‰), of another area, too; a rate of growth is in percent.
ALTER TABLE reference_figure
    DROP CONSTRAINT reference_figure_unit,
    ADD CONSTRAINT reference_figure_unit CHECK (length(btrim(unit)) BETWEEN 1 AND 20
        AND (measure <> 'growth' OR unit = '%') AND (measure <> 'ratio' OR unit IN ('%', '‰')));
