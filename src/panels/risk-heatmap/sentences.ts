/** Everything the panel says in whole sentences. */
import { t } from '@grafana/i18n';
import type { Light } from '../../status/statuses';
import type { AppetiteLevel } from './data/appetite';
import type { Cell, Place } from './data/cells';
import type { Change, ChangeKind } from './data/changes';
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

/** @param change what came and left, as a sentence; empty: nothing did */
export function cellSentence(cell: Cell, change = ''): string {
  const parts = [
    cellPlace(cell),
    cell.count === 0 ? t('cell.empty', 'no risks') : riskCount(cell.count),
    cell.aboveAppetite > 0 ? aboveCount(cell.aboveAppetite) : '',
    cell.reviewOverdue > 0 ? overdueCount(cell.reviewOverdue) : '',
    change,
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

/** The judged day, with the one that it is compared with. */
export const datePairWord = (earlier: string, asOf: string) =>
  t('as_of_pair', '{{earlier}} → {{date}}', { earlier, date: asOf, ...asItIs });

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

/** @param message of whatever failed */
export const failedSentence = (message: string) =>
  t('empty.failed', 'The query failed ({{message}}): check the query and the data source.', {
    message: message.replace(/[.。\s]+$/, ''),
    ...asItIs,
  });

export const noRowsSentence = () => t('empty.no_rows', 'The query has no rows: widen the filters or the time range.');

export const hiddenSentence = (category: string) =>
  t('empty.category', 'No risks of the category {{category}} in this selection: choose another category.', {
    category,
    ...asItIs,
  });

/** `Appetite: Medium`, where several differ `Appetite of Execution/Resources: Low`. */
export function appetiteWord({ level, categories }: AppetiteLevel, grid: Grid, several: boolean): string {
  const values = { level: levelWord(levelOf(grid, level)), ...asItIs };
  if (!several || categories.length === 0) {
    return t('appetite.word', 'Appetite: {{level}}', values);
  }
  return categories.length > 2
    ? t('appetite.word_of_several', 'Appetite of {{count}} categories: {{level}}', {
        ...values,
        count: categories.length,
      })
    : t('appetite.word_of', 'Appetite of {{categories}}: {{level}}', {
        ...values,
        categories: categories.join(t('sentence.slash', '/')),
      });
}

export function appetiteSentence({ level, categories }: AppetiteLevel, grid: Grid, several: boolean): string {
  const values = { level: levelWord(levelOf(grid, level)), ...asItIs };
  return several && categories.length > 0
    ? t(
        'appetite.sentence_of',
        'Risks of {{categories}} are accepted up to {{level}}; those beyond this line are above appetite.',
        { ...values, categories: categories.join(t('sentence.comma', ', ')) }
      )
    : t('appetite.sentence', 'Risks up to {{level}} are accepted; those beyond the line are above appetite.', values);
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

/** Since when: the earlier day, or the last review where the rows tell of no day. */
export const sinceWord = (day: string) =>
  day
    ? t('changes.since', 'since {{date}}', { date: day, ...asItIs })
    : t('changes.since_review', 'since the last review');

export function changeKindWord(kind: ChangeKind, count: number): string {
  switch (kind) {
    case 'worse':
      return t('changes.worse', '{{count}} worse', { count });
    case 'better':
      return t('changes.better', '{{count}} better', { count });
    case 'sideways':
      return t('changes.sideways', '{{count}} sideways', { count });
    case 'new':
      return t('changes.new', '{{count}} new', { count });
    case 'closed':
      return t('changes.closed', '{{count}} closed', { count });
    case 'scored':
      return t('changes.scored', '{{count}} newly scored', { count });
    case 'unscored':
      return t('changes.unscored', '{{count}} no longer scored', { count });
  }
}

/** `2 × 2 Low`, as likelihood × impact and level. */
const placeWord = (place: Place, grid: Grid) =>
  `${grid.likelihood[place.row].level} × ${grid.impact[place.column].level} ${levelWord(levelOf(grid, grid.cells[place.row][place.column]))}`;

/** What happened to one risk. */
export function changeSentence({ kind, from, to, levels }: Change, grid: Grid): string {
  const values = {
    from: from ? placeWord(from, grid) : t('changes.nowhere', 'not on the grid'),
    to: to ? placeWord(to, grid) : t('changes.nowhere', 'not on the grid'),
    count: Math.abs(levels),
    ...asItIs,
  };
  switch (kind) {
    case 'worse':
      return t('change.worse', 'Worse by {{count}}: {{from}} → {{to}}', values);
    case 'better':
      return t('change.better', 'Better by {{count}}: {{from}} → {{to}}', values);
    case 'sideways':
      return t('change.sideways', 'Moved at the same level: {{from}} → {{to}}', values);
    case 'new':
      return t('change.new', 'New: {{to}}', values);
    case 'closed':
      return t('change.closed', 'Closed; it stood at {{from}}', values);
    case 'scored':
      return t('change.scored', 'Scored now: {{to}}', values);
    case 'unscored':
      return t('change.unscored', 'No longer on the grid; it stood at {{from}}', values);
  }
}

export const leftCount = (count: number) => t('changes.left', '{{count}} left', { count });

/** `2 came, 1 left since 2026-07-31`, of a cell. */
export function cellChangeSentence({ came, left }: { came: number; left: number }, since: string): string {
  return [came > 0 ? t('changes.came', '{{count}} came', { count: came }) : '', left > 0 ? leftCount(left) : '']
    .filter(Boolean)
    .join(t('sentence.comma', ', '))
    .concat(' ', sinceWord(since));
}

export const betweenSentence = (days: number) =>
  t(
    'warning.days_between',
    'The queries bring {{count}} more days between the two: the first and the last are compared; ask for two days only.',
    { count: days }
  );

/**
 * Legend of a cut answer.
 *
 * @param of all risks; null: nobody knows, then the counts are too low
 */
export const listedWord = (listed: number, of: number | null) =>
  of === null
    ? t('listed.only', 'Only the first {{listed}} risks', { listed })
    : t('listed.word', 'Worst {{listed}} of {{of}} listed', { listed, of });

export const listedSentence = (listed: number, of: number | null) =>
  of === null
    ? t(
        'listed.only_sentence',
        'The row limit left risks out, so every count is too low: add a second query with the view “Likelihood × impact”, or raise the limit.'
      )
    : t(
        'listed.sentence',
        'Counts are of all {{of}} risks; lists and arrows are of the worst {{listed}}: narrow the unit or the category to see the others.',
        { listed, of }
      );

/** Of a selection whose risks are not all listed. */
export const unlistedSentence = (shown: number, listed: number) =>
  shown === 0
    ? t(
        'list.none_listed',
        'None of them is among the worst {{listed}} risks, which alone are listed: narrow the unit or the category to see them.',
        { listed }
      )
    : t('list.worst_listed', 'Only the worst are listed: narrow the unit or the category to see the others.');

export const cutMovesSentence = () =>
  t(
    'warning.cut_moves',
    'The row limit left risks out, so it is not told what moved: raise the limit of both queries, or narrow them.'
  );
