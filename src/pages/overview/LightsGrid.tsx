import { css } from '@emotion/css';
import React from 'react';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { MarkShape } from '../../status/StatusMark';
import { lightColor, lookOf } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import { AS_IT_IS } from '../asItIs';
import { InternalLink } from '../InternalLink';
import type { Cell, Named } from './children';
import { commonLight, judged, markOf } from './lights';

/** Pixels. All units' columns share what is left; below this width of a cell the grid is scrolled. */
const UNIT_WIDTH = 96;
const CELL_WIDTH = 84;

interface LightsGridProps {
  domains: Named[];
  lines: Cell[][];
  place: Required<Place>;
  language: string;
}

/** Where it is red: a unit's own targets by domain. Each cell leads to them. */
export function LightsGrid({ domains, lines, place, language }: LightsGridProps) {
  const styles = useStyles2(getStyles);
  if (lines.length === 0 || domains.length === 0) {
    return (
      <p className={styles.none}>
        {lines.length === 0
          ? t('grid.noUnits', 'There is no unit below this one: its targets stand on its own dashboard.')
          : t(
              'grid.noTargets',
              'The units below have no targets of their own: import them with the sheet of phase targets.'
            )}
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table} style={{ minWidth: UNIT_WIDTH + domains.length * CELL_WIDTH }}>
        <colgroup>
          <col style={{ width: UNIT_WIDTH }} />
        </colgroup>
        <thead>
          <tr>
            <td />
            {domains.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells) => (
            <tr key={cells[0].unit.id}>
              <th scope="row">
                <InternalLink quiet href={dashboardUrl('unit', language, place, { unit: cells[0].unit.id })}>
                  {cells[0].unit.name}
                </InternalLink>
              </th>
              {cells.map((cell) => (
                <td key={cell.domain.id}>
                  <LightCell
                    cell={cell}
                    href={dashboardUrl('targets', language, place, { unit: cell.unit.id, domain: cell.domain.id })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LightCell({ cell: { unit, domain, lights }, href }: { cell: Cell; href: string }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const light = commonLight(lights);
  const color = lightColor(light, theme);
  const sentence = t(
    'grid.cell',
    '{{unit}}, {{domain}}: {{green}} green, {{yellow}} yellow, {{red}} red, {{grey}} not known',
    {
      unit: unit.name,
      domain: domain.name,
      ...lights,
      ...AS_IT_IS,
    }
  );
  return (
    <InternalLink
      quiet
      className={styles.cell}
      href={href}
      aria-label={sentence}
      title={sentence}
      style={
        light === 'grey'
          ? { border: `1px solid ${theme.colors.border.medium}` }
          : {
              background: colorManipulator.alpha(color, 0.25),
              border: `1px solid ${colorManipulator.alpha(color, 0.5)}`,
            }
      }
    >
      <svg width={13} height={13} viewBox="0 0 16 16" aria-hidden>
        <MarkShape mark={lookOf(markOf(light)).mark} color={color} />
      </svg>
      {judged(lights) > 0 && (
        <span>
          {lights.red}/{judged(lights)}
        </span>
      )}
    </InternalLink>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: theme.spacing(2, 0) }),
  // The bar is drawn wherever there is more at the right, also by systems that hide bars until one scrolls.
  scroll: css({
    overflowX: 'auto',
    '&::-webkit-scrollbar': { height: 8 },
    '&::-webkit-scrollbar-thumb': { background: theme.colors.border.strong, borderRadius: 4 },
  }),
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 3,
    th: {
      ...theme.typography.bodySmall,
      color: theme.colors.text.secondary,
      fontWeight: 'normal',
      padding: theme.spacing(0, 1),
    },
    'thead th': {
      textAlign: 'center',
      verticalAlign: 'bottom',
      lineHeight: 1.25,
      padding: theme.spacing(0, 0.25, 0.25),
      overflowWrap: 'break-word',
      hyphens: 'auto',
    },
    'tbody th': {
      position: 'sticky',
      insetInlineStart: 0,
      background: theme.colors.background.primary,
      textAlign: 'start',
      lineHeight: 1.25,
      paddingInline: theme.spacing(0, 0.5),
    },
    td: { padding: 0 },
  }),
  cell: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.75),
    height: 24,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { outline: `1px solid ${theme.colors.text.primary}` },
  }),
});
