/** What other rooms and app may call. */
export { dimensions, dimensionWords, type Dimension, type Within } from './figures/dimension.ts'
export { measureNamed, measures, type MeasureKey } from './figures/measures.ts'
export type { Measure } from './figures/measure.ts'
export type { Figure, FigureRow, Wanted } from './figures/figure.ts'
export type { Period } from './figures/period.ts'
export type { Chart } from './chart/chart.ts'
export { chartFigure } from './chart/figure.ts'
export { lastSpan, spanNamed, type Span, type SpanKind } from './pack/span.ts'
