import { css } from '@emotion/css';
import {
  dateTimeFormat,
  type GrafanaTheme2,
  type InterpolateFunction,
  LoadingState,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { appetiteLine, shownAppetite } from '../data/appetite';
import { MOST_ARROWS, movesOf } from '../data/arrows';
import { isSame, type Place, placeCounts, placeRisks, withCounts } from '../data/cells';
import {
  cellKey,
  type ChangeKind,
  changeMoves,
  type Changes,
  changesOf,
  changeStubs,
  countChanges,
} from '../data/changes';
import { type Grid, gridWarnings, readGridDocument, readGridText } from '../data/grid';
import { layoutOf } from '../data/layout';
import { levelColors } from '../data/palette';
import { type Basis, linksOf, type Reading, readRisks, type Risk } from '../data/risks';
import { gridText, type HeatmapOptions, withDefaults } from '../options';
import {
  betweenSentence,
  cellChangeSentence,
  cellPlace,
  changeSentence,
  countsUnfilteredSentence,
  cutMovesSentence,
  emptySentence,
  failedSentence,
  gridsDifferSentence,
  gridSentence,
  hiddenSentence,
  leftCount,
  levelWord,
  missingSentence,
  noDataSentence,
  offGridSentence,
  refusalSentence,
  riskCount,
  sinceWord,
  unlistedSentence,
  warningSentence,
} from '../sentences';
import { t } from '@grafana/i18n';
import { CellTooltip } from './CellTooltip';
import { setVariables } from '../../dashboard/filterVariable';
import { Paper, useSurface } from '../../dashboard/Paper';
import { CrossView } from './CrossView';
import { useActions } from './useActions';
import { type Category, Controls, CONTROLS_HEIGHT, fittingControls } from './Controls';
import { Heatmap } from './Heatmap';
import { Legend } from './Legend';
import { isNeeded, legendEntries } from './legendEntries';
import { ListFrame, listForm, listSize } from './ListFrame';
import { RiskList } from './RiskList';
import { type Selected, selectedRisks, type Selection } from './selection';
import { Sentence } from './Sentence';

type PanelDimensions = { width: number; height: number };

/** Likelihood × impact, or any two fields against each other. */
export const RiskHeatmapPanel = (props: PanelProps<HeatmapOptions>) => (
  <Paper width={props.width} height={props.height}>
    <RiskHeatmap {...props} />
  </Paper>
);

function RiskHeatmap(props: PanelProps<HeatmapOptions>) {
  const options = useMemo(() => withDefaults(props.options), [props.options]);
  const waiting = waitingFor(props.data);
  if (waiting) {
    return <Sentence {...waiting} width={props.width} height={props.height} />;
  }
  return options.form === 'cross' ? (
    <CrossView {...props} options={options} />
  ) : (
    <MatrixView {...props} options={options} />
  );
}

/** What stands where no data have come: why not; null where some have. */
function waitingFor(data: PanelData): { text: string; role: 'status' | 'alert' } | null {
  if (data.series.some((frame) => frame.fields.length > 0)) {
    return null;
  }
  if (data.state === LoadingState.Error) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- hosts other than Grafana may still set only `error`
    const failure = data.errors?.[0] ?? data.error;
    const message = failure?.message ?? failure?.data?.message ?? failure?.statusText ?? '?';
    return { role: 'alert', text: failedSentence(message) };
  }
  const loading = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
  return { role: 'status', text: loading ? t('loading', 'Loading risks …') : noDataSentence() };
}

/** Reads the frames, checks the grid, and shows the heatmap or one sentence that says what is wanting. */
function MatrixView({
  data,
  width,
  height,
  timeZone,
  replaceVariables,
  transparent,
  options,
}: PanelProps<HeatmapOptions>) {
  const [switched, setSwitched] = useState({ asked: options.basis, basis: options.basis });
  const basis = switched.asked === options.basis ? switched.basis : options.basis;
  const rangeEnd = dateTimeFormat(data.timeRange.to, { timeZone, format: 'YYYY-MM-DD' });
  const reading = useMemo(
    () => readRisks(data.series, { mapping: options.fields, basis, rangeEnd, timeZone }),
    [data.series, options.fields, basis, rangeEnd, timeZone]
  );
  const category = replaceVariables(options.category, undefined, 'csv');
  const fixed = useMemo(() => categoryIds(category), [category]);
  if (reading.kind === 'empty') {
    return <Sentence width={width} height={height} text={noDataSentence()} />;
  }
  if (reading.kind === 'missing') {
    return <Sentence width={width} height={height} text={missingSentence(reading.missing, reading.found)} />;
  }
  const [brought] = options.ownGrid ? [] : reading.grids;
  const result = brought === undefined ? readGridText(gridText(options)) : readGridDocument(brought);
  if (result.refusal) {
    return <Sentence width={width} height={height} text={refusalSentence(result.refusal)} />;
  }
  const differ =
    !options.ownGrid && new Set(reading.grids.map((grid) => JSON.stringify((grid as Grid).cells))).size > 1;
  return (
    <GridView
      width={width}
      height={height}
      reading={reading}
      grid={result.grid}
      warnings={[
        ...gridWarnings(result.grid).map(warningSentence),
        ...(differ ? [gridsDifferSentence()] : []),
        ...(reading.earlier?.between ? [betweenSentence(reading.earlier.between)] : []),
        ...(options.compare && reading.kind === 'risks' && reading.cut && reading.days > 1 ? [cutMovesSentence()] : []),
      ]}
      options={options}
      fixed={fixed}
      transparent={transparent}
      replaceVariables={replaceVariables}
      onBasis={(chosen) => setSwitched({ asked: options.basis, basis: chosen })}
    />
  );
}

interface GridViewProps extends PanelDimensions {
  reading: Extract<Reading, { kind: 'risks' | 'counts' }>;
  grid: Grid;
  warnings: string[];
  options: HeatmapOptions;
  /** The only categories to show; empty: all. */
  fixed: string[];
  transparent: boolean;
  replaceVariables: InterpolateFunction;
  onBasis: (basis: Basis) => void;
}

const NONE: Risk[] = [];

function GridView(props: GridViewProps) {
  const { width, height, reading, grid, warnings, options, fixed, transparent, replaceVariables, onBasis } = props;
  const { actionsOf, onAction, dialog } = useActions(replaceVariables);
  const theme = useTheme2();
  const surface = useSurface(transparent);
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | SVGElement | null>(null);
  const [chosenCategory, setChosenCategory] = useState('');
  const [selection, setSelection] = useState<Selection | null>(null);
  const [pointed, setPointed] = useState<Risk | null>(null);
  const [hover, setHover] = useState<Parameters<React.ComponentProps<typeof Heatmap>['onHover']>[0]>(null);

  const allRisks = reading.kind === 'risks' ? reading.risks : NONE;
  const bases = reading.kind === 'risks' ? reading.bases : [];
  const basis = reading.kind === 'risks' ? reading.basis : null;
  const allCounted = reading.kind === 'risks' ? reading.counted : null;
  const categories = useMemo(
    () => categoriesOf(allCounted ?? allRisks).filter(({ id }) => fixed.length === 0 || fixed.includes(id)),
    [allCounted, allRisks, fixed]
  );
  const category = categories.some(({ id }) => id === chosenCategory) ? chosenCategory : '';
  const asked = useMemo(() => (category ? [category] : fixed), [category, fixed]);
  const risks = useMemo(() => ofCategories(allRisks, asked), [allRisks, asked]);
  const counted = useMemo(
    () => allCounted && ofCategories(allCounted, asked).filter((each) => each.basis === basis),
    [allCounted, asked, basis]
  );
  const placement = useMemo(() => {
    if (reading.kind === 'counts') {
      return placeCounts(reading.counts, grid);
    }
    const listed = placeRisks(risks, grid, reading.basis);
    return counted ? withCounts(listed, counted, grid) : listed;
  }, [reading, risks, counted, grid]);
  const colors = useMemo(() => levelColors(grid.levels, theme), [grid.levels, theme]);
  const appetite = options.appetite ? shownAppetite(counted ?? risks, grid, asked) : [];
  const earlier = options.compare ? reading.earlier : null;
  const changes = useMemo(
    () =>
      options.compare && reading.kind === 'risks' && reading.earlier
        ? changesOf(ofCategories(reading.earlier.rows, asked), risks, grid, reading.basis)
        : null,
    [options.compare, reading, risks, asked, grid]
  );
  const cellChanges = useMemo(() => {
    if (options.compare && reading.kind === 'counts' && reading.earlier) {
      return countChanges(placeCounts(reading.earlier.rows, grid).cells, placement.cells);
    }
    return changes?.cells ?? null;
  }, [options.compare, reading, changes, placement, grid]);
  const changeOf = (place: Place) => cellChanges?.get(cellKey(place)) ?? null;
  const changeSentenceOf = (place: Place) => {
    const change = changeOf(place);
    return change ? cellChangeSentence(change, earlier?.asOf ?? '') : '';
  };

  const selected = selection && selectedRisks(selection, placement, changes);
  const arrows = arrowsOf({ options, grid, risks, changes, selection, selected, pointed });
  const { likelihood, impact } = options.filter;
  const close = useCallback(() => {
    setSelection(null);
    setPointed(null);
    setVariables({ [likelihood]: null, [impact]: null });
    trigger.current?.focus();
  }, [likelihood, impact]);
  const select = (next: Selection, from: HTMLElement | SVGElement) => {
    trigger.current = from;
    setHover(null);
    setPointed(null);
    const again = selection && JSON.stringify(selection) === JSON.stringify(next);
    const cell = !again && next.kind === 'cell' ? placement.cells[next.row][next.column] : null;
    setVariables({
      [likelihood]: cell ? String(cell.likelihood.level) : null,
      [impact]: cell ? String(cell.impact.level) : null,
    });
    setSelection(again ? null : next);
  };

  const left = selection?.kind === 'cell' && changes ? leftCell(changes, selection) : NONE;
  const form = listForm(width, height);
  const list = listSize(form, width, height);
  const beside = selected !== null && form === 'side' ? list.width + 8 : 0;
  const below = selected !== null && form === 'bottom' ? list.height + 8 : 0;
  const room = { width: width - beside, height: height - below };
  const switches = options.controls ? fittingControls(room.width, room.height, bases, categories) : null;
  const hasSwitches = Boolean(switches?.basis || switches?.category);
  const entries = legendEntries({
    grid,
    placement,
    appetite,
    warnings: reading.kind === 'counts' && fixed.length > 0 ? [...warnings, countsUnfilteredSentence()] : warnings,
    moves: arrows.moves.map(({ kind }) => kind),
    changes: earlier && { counts: changes?.counts ?? countKinds(cellChanges), since: earlier.asOf },
    listed: reading.kind === 'risks' && reading.cut ? { listed: risks.length, of: counted && placement.total } : null,
    asOf: reading.asOf,
  });
  const nothing =
    placement.total > 0
      ? ''
      : allRisks.length > 0
        ? hiddenSentence(asked.join(t('sentence.comma', ', ')))
        : emptySentence();
  const noteHeight = nothing ? (room.width < 420 ? 40 : 24) : 0;
  const layout = layoutOf({
    width: room.width,
    height: room.height - (hasSwitches ? CONTROLS_HEIGHT : 0) - noteHeight,
    grid,
    largestCount: Math.max(...placement.cells.flat().map((cell) => cell.count)),
    legend: entries.map((entry) => ({ label: entry.label, short: entry.short, needed: isNeeded(entry) })),
  });
  const drawingHeight = room.height - (hasSwitches ? CONTROLS_HEIGHT : 0) - noteHeight - layout.legend.height;

  return (
    <div ref={root} className={form === 'bottom' ? styles.column : styles.row} style={{ width, height }}>
      <div style={{ width: room.width, height: room.height, overflow: 'hidden', marginRight: beside ? 8 : 0 }}>
        {hasSwitches && basis && (
          <Controls
            bases={switches?.basis ? bases : undefined}
            basis={basis}
            onBasis={onBasis}
            categories={switches?.category ? categories : undefined}
            category={category}
            onCategory={(id) => {
              setChosenCategory(id);
              setVariables({ [options.filter.category]: id || null });
            }}
          />
        )}
        {nothing && (
          <div role="status" className={styles.nothing} style={{ height: noteHeight }}>
            {nothing}
          </div>
        )}
        <Heatmap
          cells={placement.cells}
          layout={layout}
          width={room.width}
          height={drawingHeight}
          colors={colors}
          dots={options.dots}
          lines={appetite.map(({ level, main }) => ({ level, main, corners: appetiteLine(grid.cells, level) }))}
          moves={arrows.moves}
          stubs={arrows.stubs}
          changeOf={changeOf}
          surface={surface}
          changeSentenceOf={changeSentenceOf}
          selected={selection?.kind === 'cell' ? selection : null}
          label={gridSentence(placement.total, basis, reading.asOf)}
          onSelect={({ row, column }, from) => select({ kind: 'cell', row, column }, from)}
          onHover={setHover}
        />
        <Legend entries={entries} colors={colors} layout={layout.legend} fontSize={layout.fontSize} onSelect={select} />
      </div>
      {selection && selected && (
        <ListFrame form={form} width={list.width} height={list.height} anchor={root} onClose={close}>
          <RiskList
            title={selectionTitle(selection, selected.cell, grid, earlier?.asOf ?? '')}
            note={selectionNote(selection, reading.kind, placement.offGrid.scores, selected, risks.length)}
            count={[riskCount(selected.count), left.length > 0 ? leftCount(left.length) : '']
              .filter(Boolean)
              .join(t('sentence.comma', ', '))}
            risks={left.length > 0 ? [...selected.risks, ...left] : selected.risks}
            bases={bases}
            linksOf={(risk) => linksOf(risk, options.fields)}
            actionsOf={actionsOf}
            onAction={onAction}
            changeOf={(risk) => {
              const change = changes?.byRisk.get(risk.key);
              return change ? { kind: change.kind, sentence: changeSentence(change, grid) } : null;
            }}
            pointed={pointed?.key ?? null}
            onPoint={setPointed}
            onClose={close}
          />
        </ListFrame>
      )}
      {dialog}
      {hover && <CellTooltip {...hover} change={changeSentenceOf(hover.cell)} />}
    </div>
  );
}

/** Risks that stood in a cell and do so no more. */
const leftCell = (changes: Changes, cell: Place): Risk[] =>
  changes.list
    .filter(({ from, to }) => from && isSame(from, cell) && !(to && isSame(to, cell)))
    .map(({ risk }) => risk);

const ofCategories = <T extends { category: string }>(risks: T[], asked: string[]) =>
  asked.length > 0 ? risks.filter((risk) => asked.includes(risk.category)) : risks;

/** Of counts only what came and left is known, not why. */
const countKinds = (cells: Changes['cells'] | null): Map<ChangeKind, number> => {
  const sums = [...(cells?.values() ?? [])].reduce((sum, { came, left }) => [sum[0] + came, sum[1] + left], [0, 0]);
  return new Map(
    (['new', 'closed'] as const).map((kind, i) => [kind, sums[i]] as const).filter(([, count]) => count > 0)
  );
};

interface ArrowsInput {
  options: HeatmapOptions;
  grid: Grid;
  risks: Risk[];
  changes: Changes | null;
  selection: Selection | null;
  selected: Selected | null;
  pointed: Risk | null;
}

/** Which arrows are drawn: of the risk pointed at, else of the selection, else of all where that is asked for. */
function arrowsOf({ options, grid, risks, changes, selection, selected, pointed }: ArrowsInput) {
  if (options.arrows === 'none') {
    return { moves: [], stubs: [] };
  }
  const most = selected ? MOST_ARROWS.selection : MOST_ARROWS.all;
  if (changes) {
    const concerned = changes.list.filter(({ risk, from, to }) =>
      pointed
        ? risk.key === pointed.key
        : selection?.kind === 'cell'
          ? [from, to].some((place) => place && isSame(place, selection))
          : !selected || selected.risks.includes(risk)
    );
    return { moves: changeMoves(concerned).slice(0, most), stubs: changeStubs(concerned) };
  }
  const shown = pointed ? [pointed] : selected ? selected.risks : options.arrows === 'all' ? risks : [];
  return { moves: movesOf(shown, grid).slice(0, most), stubs: [] };
}

/** Ids from the option: comma separated, as a variable with several values writes them. */
const categoryIds = (text: string) =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '' && id !== '*' && !id.startsWith('$'));

function categoriesOf(risks: Array<Pick<Risk, 'category' | 'categoryName'>>): Category[] {
  const names = new Map(risks.filter((risk) => risk.category).map((risk) => [risk.category, risk.categoryName]));
  return [...names].map(([id, name]) => ({ id, name }));
}

function selectionTitle(
  selection: Selection,
  cell: Parameters<typeof cellPlace>[0] | undefined,
  grid: Grid,
  since: string
): string {
  switch (selection.kind) {
    case 'cell':
      return cell ? cellPlace(cell) : '';
    case 'level':
      return levelWord(grid.levels.find(({ level }) => level === selection.level)!);
    case 'unscored':
      return t('legend.unscored', 'Not scored');
    case 'off_grid':
      return t('legend.off_grid', 'Off the grid');
    case 'changes':
      return t('changes.title', 'What moved {{since}}', {
        since: sinceWord(since),
        interpolation: { escapeValue: false },
      });
  }
}

function selectionNote(
  selection: Selection,
  kind: 'risks' | 'counts',
  offGrid: string[],
  { cell, count, risks }: Selected,
  listed: number
): string {
  const worst = cell?.worst ?? '';
  if (selection.kind === 'changes' && count === 0) {
    return kind === 'counts'
      ? t('list.counts_moves', 'Counts do not tell which risks moved: ask for the view “One by one” at both dates.')
      : t('list.no_changes', 'Every risk stands where it stood.');
  }
  if (count === 0) {
    return t('list.none', 'No risk has this score at present.');
  }
  const countsOnly = t(
    'list.counts_only',
    'The query brings counts only: ask for the view “One by one” to list the risks.'
  );
  const about =
    selection.kind === 'off_grid'
      ? offGridSentence(offGrid)
      : selection.kind === 'unscored'
        ? t('list.unscored', 'These risks have no likelihood or no impact yet: score them at the next review.')
        : worst && kind === 'counts'
          ? t('list.worst', 'Worst: {{risk}}.', { risk: worst, interpolation: { escapeValue: false } })
          : '';
  const why = kind === 'counts' ? countsOnly : risks.length < count ? unlistedSentence(risks.length, listed) : '';
  return [about, why].filter(Boolean).join(' ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ position: 'relative', display: 'flex', overflow: 'hidden' }),
  column: css({ position: 'relative', display: 'flex', flexDirection: 'column', gap: 8, overflow: 'hidden' }),
  nothing: css({ color: theme.colors.text.secondary, fontSize: 12, overflow: 'hidden' }),
});
