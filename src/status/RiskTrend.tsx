import React from 'react';
import { t } from '@grafana/i18n';
import { useTheme2 } from '@grafana/ui';
import { lightColor } from './statuses';

/** How a risk's level moved since the review before. */
export type RiskTrendWord = 'rising' | 'falling' | 'steady' | 'new';

const PATHS: Record<RiskTrendWord, string> = {
  rising: 'M3.5 12.5l9-9M6 3.5h6.5V10',
  falling: 'M3.5 3.5l9 9M6 12.5h6.5V6',
  steady: 'M2.5 8h11M9.5 4l4 4-4 4',
  new: 'M8 3v10M3 8h10',
};

/** The trend in the reader's language; an unknown word is shown as it is. */
export function riskTrendWord(trend: string): string {
  switch (trend) {
    case 'rising':
      return t('risk_trend.rising', 'Rising');
    case 'falling':
      return t('risk_trend.falling', 'Falling');
    case 'steady':
      return t('risk_trend.steady', 'Steady');
    case 'new':
      return t('risk_trend.new', 'New');
    default:
      return trend;
  }
}

/** A risk's trend as an arrow, named for screen readers: rising in red, falling in green. Of other words nothing. */
export function RiskTrend({ trend, size = 12 }: { trend: string; size?: number }) {
  const theme = useTheme2();
  if (!Object.hasOwn(PATHS, trend)) {
    return null;
  }
  const word = trend as RiskTrendWord;
  const color = lightColor(word === 'rising' ? 'red' : word === 'falling' ? 'green' : 'grey', theme);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      style={{ flex: 'none' }}
      role="img"
      aria-label={riskTrendWord(trend)}
    >
      <path d={PATHS[word]} fill="none" stroke={color} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
