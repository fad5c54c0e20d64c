import React, { memo } from 'react';
import { cx } from '@emotion/css';
import { StatusMark } from '../../../status/StatusMark';
import type { Gauge, Phase } from '../data/gauges';
import { ringOf } from '../data/ring';
import { briefNames, type Label } from '../words/labels';
import { t } from '../words/translate';
import {
  dueWords,
  howMuchWords,
  outlookWords,
  phaseWords,
  shortTargetWords,
  targetWords,
  timeWords,
  trendWords,
  setValueWords,
  shortValueWords,
  verdictWords,
} from '../words/verdict';
import type { Acts } from './acts';
import { ringsOf } from './arc';
import { GaugeRegion } from './GaugeRegion';
import { ARC_HEIGHT, type RadialLayout, rowHasTargets } from './layout';
import { Notes } from './Notes';
import type { Palette } from './palette';
import { Ring } from './Ring';
import type { RadialStyles } from './RadialGauges';
import { fittingSize, textWidth, widest } from './textWidth';
import { movement, TrendShape } from './TrendArrow';

interface RadialGaugeProps {
  gauge: Gauge;
  label: Label;
  layout: RadialLayout;
  isLone: boolean;
  palette: Palette;
  styles: RadialStyles;
  acts: Acts;
}

/** One indicator: its rings, its value in the middle, its phases in words as far as there is room. */
export const RadialGauge = memo(function RadialGauge({
  gauge,
  label,
  layout,
  isLone,
  palette,
  styles,
  acts,
}: RadialGaugeProps) {
  const { cellWidth, cellHeight, words } = layout;
  const room = layout.wordsWidth - MARK_COLUMN;
  // Alike for all phases, or the eye takes what differs for a meaning.
  const fits = (target: typeof targetWords) =>
    gauge.phases.every((p) => textWidth(`${phaseWords(p)}   ${target(gauge, p)}`, 13) <= room);
  const names = fits(shortTargetWords) ? gauge.phases.map(phaseWords) : briefNames(gauge.phases);
  const isLong = layout.lines > 1 && gauge.phases.every((p) => p.name !== '') && fits(targetWords);
  const hasVerdicts =
    layout.lines > 1 ||
    widest(
      gauge.phases.map((p) => lineWords(gauge, p)),
      12
    ) +
      2 * MARK_COLUMN +
      8 <=
      layout.wordsWidth;
  return (
    <GaugeRegion gauge={gauge} className={styles.cell} style={{ width: cellWidth, height: cellHeight }} acts={acts}>
      {layout.hasTitle && (
        <div className={styles.title}>
          <span className={styles.ellipsis}>{label.main}</span>
          {label.aside !== '' && <span className={styles.aside}>{label.aside}</span>}
          <Notes gauge={gauge} />
        </div>
      )}
      <div className={words === 'beside' ? cx(styles.beside, isLone && styles.lone) : styles.below}>
        <RingPicture gauge={gauge} size={layout.gaugeSize} palette={palette} />
        {(words === 'beside' || words === 'below') && (
          <div className={layout.lines === 1 ? styles.phaseLines : styles.phases}>
            {gauge.phases.map((phase, index) => (
              <PhaseWords
                key={phase.id}
                gauge={gauge}
                phase={phase}
                name={names[index]}
                target={(isLong ? targetWords : shortTargetWords)(gauge, phase)}
                index={index}
                lines={layout.lines}
                room={room}
                hasVerdict={hasVerdicts}
                styles={styles}
              />
            ))}
          </div>
        )}
        {words === 'row' && <MarkRow gauge={gauge} width={cellWidth} styles={styles} />}
      </div>
    </GaugeRegion>
  );
});

function RingPicture({ gauge, size, palette }: { gauge: Gauge; size: number; palette: Palette }) {
  const isCircle = gauge.scale.form === 'answer';
  // A full circle must fit where a 270° ring leaves its foot open.
  const rings = ringsOf(isCircle ? size * ARC_HEIGHT : size, gauge.phases.length);
  return (
    <svg
      width={size}
      height={Math.ceil(size * ARC_HEIGHT)}
      viewBox={`0 0 ${size} ${Math.ceil(size * ARC_HEIGHT)}`}
      style={{ flex: 'none' }}
      aria-hidden
    >
      {gauge.phases.map((phase, i) => (
        <g key={phase.id} data-phase={i} transform={isCircle ? `translate(${(size - rings.size) / 2} 0)` : undefined}>
          <Ring
            ring={ringOf(gauge, phase)}
            status={phase.status}
            center={rings.center}
            radius={rings.radii[i]}
            thickness={rings.thickness}
            palette={palette}
          />
        </g>
      ))}
      <Middle gauge={gauge} x={size / 2} y={rings.center} free={rings.free} palette={palette} />
    </svg>
  );
}

/** The value; date and baseline, trend from the most to the least important, as far as the hole of the ring holds them. */
function Middle({
  gauge,
  x,
  y,
  free,
  palette,
}: {
  gauge: Gauge;
  x: number;
  y: number;
  free: number;
  palette: Palette;
}) {
  const value = shortValueWords(gauge, gauge.value);
  const inHole = fittingSize(value, free * 1.78, 9, Math.min(free * 0.58, 40));
  // A long number in a small ring stands over the ring rather than nowhere.
  const size = inHole ?? fittingSize(value, x * 1.9, 7, 11) ?? 7;
  const small = free >= 60 ? 11 : 10;
  const date = gauge.valueDate?.slice(0, 7) ?? '';
  const baseline = gauge.phases.find((p) => p.baseline !== null)?.baseline ?? null;
  const dated = [
    date,
    baseline === null ? '' : t('middle.baseline', 'from {{value}}', { value: setValueWords(gauge, baseline) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const fits = (text: string, share: number) => text !== '' && textWidth(text, small) <= free * share;
  const second = free < 30 ? '' : fits(dated, 1.8) ? dated : fits(date, 1.7) ? date : '';
  const way = free < 46 ? null : movement(gauge);
  const word = fits(trendWords(gauge.trend), 1.2) ? trendWords(gauge.trend) : '';
  const wordWidth = word === '' ? 0 : textWidth(word, small) + 4;
  const lines = (second === '' ? 0 : 1) + (way === null ? 0 : 1);
  const top = y + size * 0.36 - lines * small * 0.45;
  return (
    <>
      <text
        x={x}
        y={top}
        textAnchor="middle"
        fontSize={size}
        fontWeight={500}
        fill={palette.text}
        stroke={inHole === null ? palette.halo : undefined}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {value}
      </text>
      {second !== '' && (
        <text x={x} y={top + small * 1.6} textAnchor="middle" fontSize={small} fill={palette.faint}>
          {second}
        </text>
      )}
      {way !== null && (
        <g transform={`translate(${x - (small + wordWidth) / 2} ${top + small * (second === '' ? 0.75 : 2.3)})`}>
          <svg width={small} height={small} viewBox="0 0 12 12">
            <TrendShape way={way} color={palette.text} />
          </svg>
          {word !== '' && (
            <text x={small + 4} y={small * 0.88} fontSize={small} fill={palette.text}>
              {word}
            </text>
          )}
        </g>
      )}
    </>
  );
}

interface PhaseWordsProps {
  gauge: Gauge;
  phase: Phase;
  name: string;
  target: string;
  index: number;
  lines: RadialLayout['lines'];
  /** False where one line holds no more than phase and target: the mark says the verdict. */
  hasVerdict: boolean;
  /** Pixels for the words. */
  room: number;
  styles: RadialStyles;
}

const lineWords = (gauge: Gauge, phase: Phase) =>
  `${phaseWords(phase)}  ${shortTargetWords(gauge, phase)} ${verdictWords(phase)}`;

const said = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');

const MARK_COLUMN = 20;

/** The fullest wording that fits; the last one where none does. */
const fitting = (wordings: string[], room: number) =>
  wordings.find((words) => textWidth(words, 12) <= room) ?? wordings[wordings.length - 1];

function PhaseWords({ gauge, phase, name, target, index, lines, room, hasVerdict, styles }: PhaseWordsProps) {
  const time = timeWords(phase);
  const much = howMuchWords(gauge, phase);
  const brief = howMuchWords(gauge, phase, true);
  const verdict = verdictWords(phase);
  const line =
    lines >= 3
      ? phase.status === 'achieved'
        ? fitting([said(time, much), said(time, brief), time || brief], room)
        : fitting([said(much, time), said(brief, time), brief || time], room)
      : fitting([said(verdict, much || time || dueWords(phase)), said(verdict, brief), verdict], room);
  const outlooks = lines === 4 ? outlookWords(gauge, phase) : [];
  return (
    <div className={lines === 1 ? styles.phaseLine : styles.phase} data-phase={index}>
      <span className={styles.mark}>
        <StatusMark status={phase.status ?? 'no_data'} labelled={false} />
      </span>
      <span className={styles.phaseHead}>
        <span className={styles.ellipsis}>{name}</span>
        <span className={styles.target}>{target}</span>
      </span>
      {lines === 1 && hasVerdict && <span className={styles.quiet}>{verdict}</span>}
      {lines >= 3 && <span className={styles.line}>{fitting([said(dueWords(phase), verdict), verdict], room)}</span>}
      {lines > 1 && <span className={styles.line}>{line}</span>}
      {lines === 4 && outlooks.length > 0 && <span className={styles.line}>{fitting(outlooks, room)}</span>}
    </div>
  );
}

function MarkRow({ gauge, width, styles }: { gauge: Gauge; width: number; styles: RadialStyles }) {
  const targets = rowHasTargets(gauge, width);
  return (
    <div className={styles.row}>
      {gauge.phases.map((phase, index) => (
        <span key={phase.id} className={styles.rowItem} data-phase={index}>
          <StatusMark status={phase.status ?? 'no_data'} labelled={false} size={13} />
          {targets && <span>{shortTargetWords(gauge, phase)}</span>}
        </span>
      ))}
    </div>
  );
}
