/** How the panel's room is shared out. Pure: pixels in, pixels out. Words are dropped before marks. */
import type { Gauge, Phase } from '../data/gauges';
import { setValueWords, shortTargetWords, shortValueWords } from '../words/verdict';
import { t } from '../words/translate';
import { textWidth, widest } from './textWidth';

export interface RadialLayout {
  columns: number;
  cellWidth: number;
  cellHeight: number;
  gaugeSize: number;
  /** Where the words of the phases stand; `row`: only marks with targets in one row below; `none`: not even those. */
  words: 'beside' | 'below' | 'row' | 'none';
  /** Lines per phase, where words stand beside or below. */
  lines: 1 | 2 | 3 | 4;
  hasTitle: boolean;
  /** Pixels for the words, their marks included. */
  wordsWidth: number;
}

export const CELL_GAP = 8;
export const TITLE_HEIGHT = 24;
export const LINE_HEIGHT = 18;
const PHASE_GAP = 10;
const ROW_HEIGHT = 22;
/** A 270° ring is as wide as its box and reaches to 0.87 of its height. */
export const ARC_HEIGHT = 0.87;

/** What radial gauges have to show. */
export interface RadialContent {
  /** Gauges in the largest group. */
  count: number;
  /** Rings of the fullest gauge. */
  phases: number;
  /** Of these, how many have a fourth line to say: what is expected by now and forecast. */
  outlooks?: number;
  /** False leaves the words out whatever the room. */
  wantsWords: boolean;
}

const phaseHeight = (lines: number) => lines * LINE_HEIGHT + (lines > 1 ? PHASE_GAP : 4);

const wordsHeight = ({ phases, outlooks = 0 }: RadialContent, lines: number) =>
  phases * phaseHeight(Math.min(lines, 3)) + (lines === 4 ? outlooks * LINE_HEIGHT : 0);

/** The best grid: the largest that fits without scrolling; where none does, cells of a readable size that scroll. */
export function radialLayout(width: number, height: number, content: RadialContent): RadialLayout {
  const { count } = content;
  const fitting = Array.from({ length: Math.max(Math.min(count, Math.floor(width / 140)), 1) }, (_, i) => i + 1).map(
    (columns) => {
      const rows = Math.ceil(count / columns);
      const cellWidth = Math.floor((width - CELL_GAP * (columns - 1)) / columns);
      const cellHeight = Math.floor((height - CELL_GAP * (rows - 1)) / rows);
      return { columns, ...cellLayout(cellWidth, cellHeight, content) };
    }
  );
  const best = fitting.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  // Many gauges without names and marks say nothing: rather scroll.
  const isLegible = best.gaugeSize >= 84 && best.hasTitle && best.words !== 'none';
  return isLegible || count === 1 ? best : scrolling(width, height, content);
}

function scrolling(width: number, height: number, content: RadialContent): RadialLayout {
  const { phases, wantsWords } = content;
  const roomy = wantsWords && width >= 300;
  const columns = Math.max(1, Math.floor((width + CELL_GAP) / ((roomy ? 300 : 150) + CELL_GAP)));
  const cellWidth = Math.floor((width - CELL_GAP * (columns - 1)) / columns);
  const cellHeight = roomy
    ? Math.max(TITLE_HEIGHT + 120, TITLE_HEIGHT + phases * phaseHeight(2) + 8)
    : Math.max(Math.min(cellWidth, 150, height - TITLE_HEIGHT - ROW_HEIGHT), 84) + TITLE_HEIGHT + ROW_HEIGHT;
  return { columns, ...cellLayout(cellWidth, cellHeight, content) };
}

// A ring of this size is read without effort; larger ones are welcome, but not for the price of words.
const COMFORTABLE = 230;

const SCALES = [1.8, 1.6, 1.4, 1.2];

/**
 * By how much a large panel may enlarge its gauges with all their words, 1 to 1.8: as far as they still stand with
 * comfort in what is left of the room.
 */
export function radialScale(width: number, height: number, content: RadialContent): number {
  const isComfortable = (scale: number) => {
    const { gaugeSize, lines, words } = radialLayout(width / scale, height / scale, content);
    return (
      gaugeSize >= COMFORTABLE && (!content.wantsWords || (lines >= 3 && (words === 'beside' || words === 'below')))
    );
  };
  return SCALES.find(isComfortable) ?? 1;
}

/** Size first; words are worth a good deal as long as the ring stays large enough to read. */
function worth({ gaugeSize, words, lines }: RadialLayout): number {
  const said = words === 'beside' || words === 'below' ? 1.2 + lines * 0.3 : words === 'row' ? 1.1 : 0.7;
  const grown = Math.min(gaugeSize, COMFORTABLE);
  return (grown + (gaugeSize - grown) * 0.3) * said;
}

function cellLayout(cellWidth: number, cellHeight: number, content: RadialContent) {
  const { wantsWords, outlooks = 0 } = content;
  const hasTitle = content.count > 1 || cellHeight >= 190;
  const room = cellHeight - (hasTitle ? TITLE_HEIGHT : 0);
  const size = (w: number, h: number) => Math.max(Math.floor(Math.min(w, h / ARC_HEIGHT, 340)), 40);
  const common = { columns: 1, cellWidth, cellHeight, hasTitle, wordsWidth: cellWidth };
  const besideWidth = Math.max(Math.min(Math.floor(cellWidth * 0.5), 230), 132);
  const besides = () => {
    const gaugeSize = size(cellWidth - besideWidth - 12, room);
    return { gaugeSize, wordsWidth: cellWidth - gaugeSize - 12 };
  };
  const forms: RadialLayout[] = [];
  for (const lines of outlooks > 0 ? ([4, 3, 2, 1] as const) : ([3, 2, 1] as const)) {
    const tall = wordsHeight(content, lines);
    if (wantsWords && tall <= room && cellWidth >= 132 + 108) {
      forms.push({ ...common, words: 'beside', lines, ...besides() });
    }
    if (wantsWords && cellWidth >= 150 && room - tall >= 110) {
      forms.push({ ...common, words: 'below', lines, gaugeSize: size(cellWidth, room - tall - 4) });
    }
  }
  if (room >= 60 + ROW_HEIGHT) {
    forms.push({ ...common, words: 'row', lines: 1, gaugeSize: size(cellWidth, room - ROW_HEIGHT) });
  }
  forms.push({ ...common, words: 'none', lines: 1, gaugeSize: size(cellWidth, room) });
  const { columns, ...best } = forms.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return best;
}

export interface BarLayout {
  /** Two lines per row: name and value above, bar and marks below. */
  stacked: boolean;
  name: number;
  /** 0 where there is no room for the baseline. */
  baseline: number;
  scale: number;
  value: number;
  /** 0 where there is no room for the value's date. */
  date: number;
  /** Widths of the phases' columns. */
  phases: number[];
  /** Whether the target stands beside its mark. */
  phaseWords: boolean;
  rowHeight: number;
}

const FONT = 12;
const COLUMN_GAP = 10;
const MARK = 14;
const NOTE = 16;

/**
 * @param labels what stands in the first column
 * @param wantsWords false leaves the targets beside the marks out
 */
export function barLayout(
  width: number,
  height: number,
  gauges: Gauge[],
  labels: string[],
  phases: Array<{ id: string; name: string }>,
  notes: number,
  wantsWords: boolean
): BarLayout {
  const at = (gauge: Gauge, id: string): Phase | undefined => gauge.phases.find((p) => p.id === id);
  const value =
    Math.max(
      widest(
        gauges.map((g) => shortValueWords(g, g.value)),
        FONT + 1
      ) +
        notes * NOTE,
      textWidth(t('head.value', 'Value'), 11)
    ) + 4;
  const rowHeight = gauges.length * 34 + 60 > height ? 30 : 36;
  const baselines = gauges.map((g) => setValueWords(g, g.phases.find((p) => p.baseline !== null)?.baseline ?? null));
  const targets = phases.map(({ id }) =>
    widest(
      gauges.flatMap((g) => (at(g, id) ? [shortTargetWords(g, at(g, id)!)] : [])),
      FONT
    )
  );
  const worded = phases.map(({ name }, i) => MARK + 5 + Math.max(targets[i], Math.min(textWidth(name, 11), 96) - MARK));
  const sum = (widths: number[]) => widths.reduce((all, each) => all + each + COLUMN_GAP, 0);
  const phaseWords = wantsWords && width >= 560 && sum(worded) <= width * 0.4;
  const phaseWidths = phaseWords ? worded : phases.map(() => MARK + 10);
  // Numbers are never cut: where they do not fit, their column goes.
  const widestBaseline = widest([...baselines, t('head.baseline', 'Baseline')], 11) + 2;
  const baseline = width >= 640 && widestBaseline <= width * 0.14 ? widestBaseline : 0;
  const name = Math.round(Math.min(Math.max(widest(labels, FONT + 1) + 4, 80), width * (width >= 900 ? 0.27 : 0.3)));
  const date = width >= 900 && gauges.some((g) => g.valueDate !== null) ? textWidth('2026-10-31', 11) + 2 : 0;
  const scale = width - sum([name, value, ...[baseline, date].filter((column) => column > 0), ...phaseWidths]);
  return scale < SHORTEST_SCALE
    ? stackedLayout(width, phases.length)
    : { stacked: false, name, baseline, scale, value, date, phases: phaseWidths, phaseWords, rowHeight };
}

// Shorter than this, targets and ticks of a bar run into each other.
const SHORTEST_SCALE = 120;

function stackedLayout(width: number, phases: number): BarLayout {
  const phase = MARK + 6;
  const scale = Math.max(width - phases * phase - COLUMN_GAP, 40);
  return {
    stacked: true,
    name: 0,
    baseline: 0,
    scale,
    value: 0,
    date: 0,
    phases: Array<number>(phases).fill(phase),
    phaseWords: false,
    rowHeight: 44,
  };
}

export const BAR_COLUMN_GAP = COLUMN_GAP;

/** Whether marks with their targets fit in one row, or the marks must stand alone. */
export function rowHasTargets(gauge: Gauge, width: number): boolean {
  return gauge.phases.reduce((sum, p) => sum + MARK + 16 + textWidth(shortTargetWords(gauge, p), 11), 0) <= width;
}
