/** Everything the panel says in whole sentences. */
import { t } from '@grafana/i18n';
import type { Light } from '../../status/statuses';
import type { ShownAppetite } from './data/appetite';
import type { Cell } from './data/cells';
import { type AxisStep, type Grid, type GridLevel, type GridRefusal, type GridWarning, levelOf } from './data/grid';
import type { Calculation, CrossCell, CrossTable } from './data/crossTable';
import type { Basis, Risk } from './data/risks';

/** React escapes what it renders; escaping a second time would show `&amp;`. */
const asItIs = { interpolation: { escapeValue: false } };

export function basisWord(basis: Basis): string {
  switch (basis) {
    case 'inherent':
      return t('basis.inherent', 'Inherent');
    case 'current':
      return t('basis.current', 'Current');
    case 'residual':
      return t('basis.residual', 'Residual');
  }
}

export const axisWord = (axis: 'likelihood' | 'impact') =>
  axis === 'likelihood' ? t('axis.likelihood', 'Likelihood') : t('axis.impact', 'Impact');

export const stepWord = ({ level, name }: AxisStep) => (name ? `${level} ${name}` : `${level}`);

export const levelWord = ({ level, name }: GridLevel) => name || t('level.number', 'Level {{level}}', { level });

/** `12 risks`. */
export const riskCount = (count: number) =>
  t('count.risks', '{{count}} risks', { count, defaultValue_one: '{{count}} risk' });

export const aboveCount = (count: number) => t('count.above', '{{count}} above appetite', { count });

export const overdueCount = (count: number) => t('count.review_overdue', '{{count}} with review overdue', { count });

/** Where a cell is and what it holds. */
export function cellPlace(cell: Pick<Cell, 'likelihood' | 'impact' | 'level'>): string {
  return t('cell.place', 'Likelihood {{likelihood}}, impact {{impact}}: {{level}}', {
    likelihood: stepWord(cell.likelihood),
    impact: stepWord(cell.impact),
    level: levelWord(cell.level),
    ...asItIs,
  });
}

export function cellSentence(cell: Cell): string {
  if (cell.count === 0) {
    return `${cellPlace(cell)}${t('sentence.comma', ', ')}${t('cell.empty', 'no risks')}`;
  }
  const parts = [
    cellPlace(cell),
    riskCount(cell.count),
    cell.aboveAppetite > 0 ? aboveCount(cell.aboveAppetite) : '',
    cell.reviewOverdue > 0 ? overdueCount(cell.reviewOverdue) : '',
  ];
  return parts.filter(Boolean).join(t('sentence.comma', ', '));
}

export function gridSentence(total: number, basis: Basis | null, asOf: string): string {
  const what = basis
    ? t('grid.sentence', 'Risk heatmap by {{basis}} score: {{risks}}', {
        basis: basisWord(basis),
        risks: riskCount(total),
      })
    : t('grid.sentence_counts', 'Risk heatmap: {{risks}}', { risks: riskCount(total) });
  return asOf ? `${what}${t('sentence.comma', ', ')}${asOfWord(asOf)}` : what;
}

export const asOfWord = (asOf: string) => t('as_of', 'as of {{date}}', { date: asOf, ...asItIs });

export function refusalSentence(refusal: GridRefusal): string {
  switch (refusal.kind) {
    case 'malformed':
      return t(
        'refusal.malformed',
        'The grid that came with the data cannot be read: choose this panel’s own grid in its options, or mend the grid in the ledger.'
      );
    case 'size':
      return t(
        'refusal.size',
        'A grid of {{rows}} × {{columns}} cannot be shown: give 3 to 7 likelihoods and 3 to 7 impacts.',
        { ...refusal }
      );
    case 'ragged':
      return t(
        'refusal.ragged',
        'Row {{row}} of the grid is longer or shorter than the first: give every likelihood the same number of impacts.',
        { ...refusal }
      );
    case 'unreadable':
      return t(
        'refusal.unreadable',
        'Row {{row}} of the grid, “{{text}}”, is not made of digits: write one digit per impact, such as 00112.',
        { ...refusal, ...asItIs }
      );
    case 'words':
      return refusal.axis === 'level'
        ? t(
            'refusal.level_words',
            'The grid uses {{expected}} levels but {{found}} have words: name every level from 0, or none.',
            { ...refusal }
          )
        : t(
            'refusal.axis_words',
            '{{axis}} has {{expected}} steps but {{found}} words: name every step, lowest first, or none.',
            { ...refusal, axis: axisWord(refusal.axis) }
          );
    case 'unknown_light':
      return t('refusal.light', '“{{text}}” is not a light: write green, yellow or red after a level’s word.', {
        ...refusal,
        ...asItIs,
      });
    case 'unknown_level':
      return t(
        'refusal.unknown_level',
        'Likelihood {{likelihood}}, impact {{impact}} has level {{level}}, which the grid does not define: add the level or correct the cell.',
        { ...refusal }
      );
    case 'not_monotone':
      return refusal.axis === 'likelihood'
        ? t(
            'refusal.falls_with_likelihood',
            'The grid is refused: at impact {{impact}} the level falls from {{before}} to {{level}} when likelihood rises to {{likelihood}}; correct that cell.',
            { ...refusal }
          )
        : t(
            'refusal.falls_with_impact',
            'The grid is refused: at likelihood {{likelihood}} the level falls from {{before}} to {{level}} when impact rises to {{impact}}; correct that cell.',
            { ...refusal }
          );
  }
}

export function warningSentence(warning: GridWarning): string {
  return warning.kind === 'red_touches_green'
    ? t(
        'warning.red_touches_green',
        'Likelihood {{likelihood}}, impact {{impact}} is red and touches a green cell: put a yellow one between them (Cox 2008).',
        { ...warning }
      )
    : t(
        'warning.red_in_lowest',
        'Likelihood {{likelihood}}, impact {{impact}} is red in the lowest row or column: check that so small a likelihood or impact can be grave (Cox 2008).',
        { ...warning }
      );
}

export const gridsDifferSentence = () =>
  t(
    'warning.grids_differ',
    'The queries bring different grids: the first one is used; ask for risks of one grid only.'
  );

export const offGridSentence = (scores: string[]) =>
  t(
    'off_grid.sentence',
    'These scores are no steps of the grid’s axes ({{scores}}): correct the score or choose the grid that it belongs to.',
    { scores: scores.slice(0, 5).join(t('sentence.comma', ', ')) + (scores.length > 5 ? ' …' : ''), ...asItIs }
  );

export function missingSentence(missing: Array<'likelihood' | 'impact'>, found: string[]): string {
  const values = {
    missing: missing.map(axisWord).join(t('sentence.and', ' and ')),
    found: found.slice(0, 8).join(t('sentence.comma', ', ')) + (found.length > 8 ? ' …' : ''),
    ...asItIs,
  };
  return t(
    'missing.sentence',
    'No field for {{missing}} was found among {{found}}: choose it under Fields in the panel’s options.',
    values
  );
}

export const countsUnfilteredSentence = () =>
  t('warning.counts_unfiltered', 'Counts carry no category, so all are shown: choose the category in the query.');

export const emptySentence = () =>
  t('empty.sentence', 'No risks here yet: widen the filters or the time range, or import risks into the ledger.');

export const noDataSentence = () =>
  t(
    'empty.no_data',
    'The query returned nothing: choose the query kind “risks”, or any table with likelihood and impact.'
  );

export const noRowsSentence = () => t('empty.no_rows', 'The query has no rows: widen the filters or the time range.');

export const hiddenSentence = (category: string) =>
  t('empty.category', 'No risks of the category {{category}} in this selection: choose another category.', {
    category,
    ...asItIs,
  });

export function appetiteWord(appetite: ShownAppetite, grid: Grid): string {
  return t('appetite.word', 'Appetite: {{level}}', { level: levelWord(levelOf(grid, appetite.level)), ...asItIs });
}

export function appetiteSentence(appetite: ShownAppetite, grid: Grid): string {
  const level = levelWord(levelOf(grid, appetite.level));
  if (appetite.unanimous) {
    return t('appetite.sentence', 'Risks up to {{level}} are accepted; those beyond the line are above appetite.', {
      level,
      ...asItIs,
    });
  }
  const list = appetite.levels
    .map((entry) => {
      const word = levelWord(levelOf(grid, entry.level));
      return entry.categories.length > 0 ? `${entry.categories.join(t('sentence.slash', '/'))} ${word}` : word;
    })
    .join(t('sentence.semicolon', '; '));
  return t('appetite.sentence_mixed', 'The line shows the commonest appetite, {{level}}. By category: {{list}}.', {
    level,
    list,
    ...asItIs,
  });
}

export const daysOverdue = (days: number) => t('list.overdue', '{{count}} d overdue', { count: Math.round(days) });

/** `Inherent 4 × 5 → Current 3 × 4`, of the bases that have a score. */
export function scoresSentence(risk: Risk, bases: Basis[]): string {
  return bases
    .filter(
      (basis) => risk.scores[basis]?.likelihood !== null && risk.scores[basis]?.impact !== null && risk.scores[basis]
    )
    .map((basis) => `${basisWord(basis)} ${risk.scores[basis]!.likelihood} × ${risk.scores[basis]!.impact}`)
    .join(' → ');
}

function lightWord(light: Light): string {
  switch (light) {
    case 'green':
      return t('light.green', 'Green');
    case 'yellow':
      return t('light.yellow', 'Yellow');
    case 'red':
      return t('light.red', 'Red');
    case 'grey':
      return t('light.grey', 'Grey');
  }
}

/** A status, light or mapped word as a reader sees it. */
export function writtenWord(word: string, table: CrossTable): string {
  const written = table.word(word);
  return table.measure === 'light' && written === word ? lightWord(word as Light) : written;
}

/** What stands in a cell of the heat grid, in words. */
export function crossValueWord(cell: CrossCell | undefined, table: CrossTable): string {
  if (!cell || (cell.worst === '' && cell.value === null)) {
    return t('status.no_data', 'No data');
  }
  return cell.worst === '' ? table.format(cell.value!) : writtenWord(cell.worst, table);
}

export const itemCount = (count: number) =>
  t('count.items', '{{count}} items', { count, defaultValue_one: '{{count}} item' });

export const crossPlaceName = (row: number, column: number, table: CrossTable) =>
  `${table.rows[row]} × ${table.columns[column]}`;

export function crossSentence(row: number, column: number, table: CrossTable): string {
  const cell = table.cells[row]?.[column];
  const parts = [crossPlaceName(row, column, table), crossValueWord(cell, table)];
  const worst = cell && cell.worst !== '' && cell.count > 1;
  return [...parts, worst ? t('cross.worst_of', 'the worst of {{count}}', { count: cell.count }) : '']
    .filter(Boolean)
    .join(t('sentence.comma', ', '));
}

/** The total of a row, of a column, or of all. */
export function crossTotalSentence(row: number, column: number, table: CrossTable): string {
  const [name, total, cells] =
    row < table.rows.length
      ? [table.rows[row], table.rowTotals[row], table.cells[row]]
      : column < table.columns.length
        ? [table.columns[column], table.columnTotals[column], table.cells.map((each) => each[column])]
        : [t('cross.total', 'Total'), table.total, table.cells.flat()];
  const filled = cells.filter((cell) => cell !== undefined).length;
  const what =
    table.measure === 'status' || table.measure === 'light'
      ? t('cross.red_of', '{{red}} of {{cells}} cells red', { red: total.red, cells: filled })
      : table.measure === 'word' || total.value === null
        ? itemCount(total.count)
        : table.measure === 'number'
          ? `${calculationWord(table.calculation)} ${table.format(total.value)}`
          : itemCount(total.value);
  return `${name}${t('sentence.colon', ': ')}${what}`;
}

export function calculationWord(calculation: Calculation): string {
  switch (calculation) {
    case 'sum':
      return t('calculation.sum', 'Sum');
    case 'mean':
      return t('calculation.mean', 'Mean');
    case 'max':
      return t('calculation.max', 'Largest');
    case 'min':
      return t('calculation.min', 'Smallest');
  }
}

export const calculationSentence = (calculation: Calculation, count: number) =>
  t('calculation.of', '{{calculation}} of {{items}}', {
    calculation: calculationWord(calculation),
    items: itemCount(count),
  });

export function crossMissingSentence(missing: Array<'row' | 'column'>, found: string[]): string {
  const values = { found: found.slice(0, 8).join(t('sentence.comma', ', ')), ...asItIs };
  return missing.includes('row')
    ? t('cross.no_row', 'No field for the rows was found among {{found}}: choose one under Rows and columns.', values)
    : t(
        'cross.no_column',
        'No field for the columns was found among {{found}}: choose one under Rows and columns.',
        values
      );
}
