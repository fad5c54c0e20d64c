import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { MarkShape } from '../../status/StatusMark';
import { type Light, lightColor, type Mark } from '../../status/statuses';

/** optional: missing, but the product works without it. unknown: not checked, or not to be known here. */
export type StepState = 'checking' | 'ok' | 'failed' | 'optional' | 'unknown';

const LOOKS: Record<StepState, { mark: Mark; light: Light }> = {
  checking: { mark: 'dashed-ring', light: 'grey' },
  unknown: { mark: 'ring', light: 'grey' },
  optional: { mark: 'triangle', light: 'yellow' },
  failed: { mark: 'cross', light: 'red' },
  ok: { mark: 'tick', light: 'green' },
};

interface SetupStepLineProps {
  state: StepState;
  title: string;
  message: string;
  /** What to do. */
  fix?: string;
  /** Means to do it, right here. */
  children?: React.ReactNode;
}

/** One thing that must be in place. */
export function SetupStepLine({ state, title, message, fix, children }: SetupStepLineProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { mark, light } = LOOKS[state];
  return (
    <li className={styles.step}>
      <svg width={20} height={20} viewBox="0 0 16 16" role="img" aria-label={stateWord(state)}>
        <MarkShape mark={mark} color={lightColor(light, theme)} />
      </svg>
      <div>
        <div className={styles.title}>{title}</div>
        <div className={styles.message}>{message || stateWord(state)}</div>
        {fix && <div className={styles.fix}>{fix}</div>}
        {children}
      </div>
    </li>
  );
}

function stateWord(state: StepState): string {
  switch (state) {
    case 'checking':
      return t('setup.checking', 'Checking…');
    case 'ok':
      return t('setup.ok', 'In place');
    case 'failed':
      return t('setup.failed', 'Not in place');
    case 'optional':
      return t('setup.optional', 'Missing');
    case 'unknown':
      return t('setup.unknown', 'Not known');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  message: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  // The data source gives the second half of a sentence.
  fix: css({
    marginTop: theme.spacing(0.5),
    overflowWrap: 'anywhere',
    '&::first-letter': { textTransform: 'uppercase' },
  }),
});
